<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AccountForm</name>
    <message>
        <source>Choose one…</source>
        <translation>Выберите…</translation>
    </message>
    <message>
        <source>Log in with e-mail and password…</source>
        <translation>Войти по почте и паролю…</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Before sending</source>
        <translation>Перед отправкой</translation>
    </message>
    <message>
        <source>Any client key of the application.</source>
        <translation>Любой клиентский ключ приложения.</translation>
    </message>
    <message>
        <source>It ends by itself, after three days unless the application says otherwise.</source>
        <translation>Заканчивается сама: через три дня, если в приложении не задано иначе.</translation>
    </message>
    <message>
        <source>After that the message counts as not sent.</source>
        <translation>Если не дождались, сообщение считается неотправленным.</translation>
    </message>
    <message>
        <source>After that it is unknown whether the message went out.</source>
        <translation>Если не дождались, неизвестно, ушло ли сообщение.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Ключи</translation>
    </message>
    <message>
        <source>For you, for example “Shop”.</source>
        <translation>Для вас, например «Магазин».</translation>
    </message>
    <message>
        <source>In the settings of the application at Scorocode, beside the keys below.</source>
        <translation>В настройках приложения на Scorocode, там же, где ключи ниже.</translation>
    </message>
    <message>
        <source>For this long a confirmed message can be taken back with “Undo”. 0: it leaves at once. “Send trial” and the sandbox never wait.</source>
        <translation>Столько времени подтверждённое сообщение можно вернуть кнопкой «Отменить». 0&#xa0;— уходит сразу. Пробные отправки и отправки в песочницу не ждут никогда.</translation>
    </message>
    <message>
        <source>At most what your plan allows, usually 20. Sending goes before counting.</source>
        <translation>Не больше, чем позволяет ваш тариф: обычно 20. Отправка идёт раньше подсчётов.</translation>
    </message>
    <message>
        <source>If there are more recipients, you type their number before sending.</source>
        <translation>Если получателей больше, перед отправкой нужно ввести их число.</translation>
    </message>
    <message>
        <source>Added to every audience of this account. Example: {&quot;city&quot;: &quot;Omsk&quot;}.</source>
        <translation>Добавляется к каждой аудитории этого аккаунта. Пример: {&quot;city&quot;: &quot;Омск&quot;}.</translation>
    </message>
    <message>
        <source>Recipients are counted again just before sending. 0: ask at any change.</source>
        <translation>Перед самой отправкой получатели считаются ещё раз. 0&#xa0;— спрашивать при любом изменении.</translation>
    </message>
    <message>
        <source>For example, how to opt out. It counts as part of the text.</source>
        <translation>Например, как отписаться. Входит в длину текста.</translation>
    </message>
    <message>
        <source>What your SMS provider charges for one part of a text.</source>
        <translation>Сколько ваш SMS-провайдер берёт за одну часть текста.</translation>
    </message>
    <message>
        <source>Three letters, for example RUB or EUR.</source>
        <translation>Три буквы, например RUB или EUR.</translation>
    </message>
    <message>
        <source>Only where they differ. Write how numbers begin, with the country code, for example 7910, 7911. This is an estimate: a number moved to another operator keeps its beginning.</source>
        <translation>Только если цены отличаются. Начала номеров с кодом страны, например 7910, 7911. Это оценка: номер, перенесённый к другому оператору, сохраняет своё начало.</translation>
    </message>
    <message>
        <source>Reading from the keyring…</source>
        <translation>Чтение ключей из хранилища…</translation>
    </message>
    <message>
        <source>Counted from its end. Then phones, names and texts with names in them are deleted, in copies too. Numbers and outcomes stay.</source>
        <translation>Считая от её окончания. Потом телефоны, имена и тексты с именами удаляются, и в копиях тоже. Числа и результаты остаются.</translation>
    </message>
    <message>
        <source>Campaigns know exactly whom they reached. Single messages are judged by who matches the earlier audiences now.</source>
        <translation>Кампании точно знают, кому отправлено. Для одиночных сообщений судят по тому, кто сейчас подходит под прежние аудитории.</translation>
    </message>
    <message>
        <source>For single messages. A campaign leaves them out unless told otherwise.</source>
        <translation>Для одиночных сообщений. Кампания исключает таких людей, если не указать иное.</translation>
    </message>
    <message>
        <source>Older messages and campaigns are deleted for good, in copies too, at each start of the app and once a day. Pinned ones stay, and so do those whose outcome is unknown.</source>
        <translation>Более старые сообщения и кампании удаляются безвозвратно, в том числе из копий, при каждом запуске программы и раз в день. Закреплённые остаются, как и те, чей результат неизвестен.</translation>
    </message>
</context>
<context>
    <name>AccountKeeping</name>
    <message>
        <source>Try again</source>
        <translation>Попробовать ещё раз</translation>
    </message>
    <message>
        <source>The account is saved, its keys are not. {why}</source>
        <translation>Аккаунт сохранён, а ключи&#xa0;— нет. {why}</translation>
    </message>
    <message>
        <source>Keep until I close the app</source>
        <translation>Хранить до закрытия программы</translation>
    </message>
    <message>
        <source>Saved. The keys are kept until the app closes, then they have to be typed again.</source>
        <translation>Сохранено. Ключи останутся до закрытия программы, потом их придётся ввести снова.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>From now on the keys are for {address}.</source>
        <translation>Теперь ключи&#xa0;— для {address}.</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Новый аккаунт</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Сохранение…</translation>
    </message>
    <message>
        <source>Saving the keys in the keyring. It may ask for its password in a separate window.</source>
        <translation>Ключи сохраняются в системное хранилище. Оно может спросить пароль в отдельном окне.</translation>
    </message>
    <message>
        <source>Save the keys in the keyring</source>
        <translation>Сохранить ключи в хранилище</translation>
    </message>
</context>
<context>
    <name>AccountLimits</name>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source> s</source>
        <translation>&#xa0;с</translation>
    </message>
    <message numerus="yes">
        <source>for %Ln day(s)</source>
        <translation>
            <numerusform>%Ln день</numerusform>
            <numerusform>%Ln дня</numerusform>
            <numerusform>%Ln дней</numerusform>
        </translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>бессрочно</translation>
    </message>
</context>
<context>
    <name>AccountList</name>
    <message>
        <source>Accounts</source>
        <translation>Аккаунты</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Новый аккаунт</translation>
    </message>
    <message>
        <source>keys kept until the app closes</source>
        <translation>ключи только до закрытия программы</translation>
    </message>
</context>
<context>
    <name>AccountLoading</name>
    <message>
        <source>Reading the keys…</source>
        <translation>Чтение ключей…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать ещё раз</translation>
    </message>
    <message>
        <source>Something went wrong in the app: {what}.</source>
        <translation>Ошибка в программе: {what}.</translation>
    </message>
    <message>
        <source>The accounts could not be read or written. Is the disk full, or the folder read-only? ({what})</source>
        <translation>Не удалось прочитать или записать аккаунты. Может быть, диск заполнен или папка доступна только для чтения? ({what})</translation>
    </message>
    <message>
        <source>The keys could not be read. {why} Or enter them by hand.</source>
        <translation>Прочитать ключи не удалось. {why} Или введите их вручную.</translation>
    </message>
</context>
<context>
    <name>AccountRules</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>h</source>
        <translation>ч</translation>
    </message>
    <message>
        <source>Warn before sending</source>
        <translation>Предупреждать перед отправкой</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Исключать из аудитории</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>без ограничения</translation>
    </message>
</context>
<context>
    <name>AccountsDialog</name>
    <message>
        <source>The price of the sandbox is fixed, and it adds no opt-out text. Each account has its own: add one, or choose it on the left.</source>
        <translation>Цена в песочнице постоянная, текста об отписке в ней нет. То и другое задаётся для каждого аккаунта: добавьте аккаунт или выберите его слева.</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (копия)</translation>
    </message>
    <message>
        <source>Deleting the keys from the keyring…</source>
        <translation>Удаление ключей из хранилища…</translation>
    </message>
    <message>
        <source>There is no keyring here: the keys can only be kept until the app closes.</source>
        <translation>Системного хранилища ключей нет: ключи можно хранить только до закрытия программы.</translation>
    </message>
    <message>
        <source>The keys are kept in {keyring}, and in no file of this app.</source>
        <translation>Ключи хранятся в: {keyring}. В файлах программы их нет.</translation>
    </message>
</context>
<context>
    <name>AccountsView</name>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Создать копию</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Отменить изменения</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Аккаунты</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Аккаунтов пока нет</translation>
    </message>
    <message>
        <source>An account is an application at Scorocode with its keys. The sandbox needs none: close this window to go on with it.</source>
        <translation>Аккаунт&#xa0;— это приложение на Scorocode и его ключи. Для песочницы он не нужен: закройте это окно и продолжайте в ней.</translation>
    </message>
    <message>
        <source>No account is chosen</source>
        <translation>Аккаунт не выбран</translation>
    </message>
    <message>
        <source>Choose one on the left, or add one.</source>
        <translation>Выберите аккаунт слева или добавьте новый.</translation>
    </message>
</context>
<context>
    <name>AddRefusals</name>
    <message>
        <source>Do not send to these people</source>
        <translation>Не писать этим людям</translation>
    </message>
    <message>
        <source>Phones, e-mails and user ids</source>
        <translation>Телефоны, адреса почты и ID пользователей</translation>
    </message>
    <message>
        <source>What will be added</source>
        <translation>Что будет добавлено</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Из файла…</translation>
    </message>
    <message>
        <source>What cannot be read</source>
        <translation>Что не удалось прочитать</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Reading “{name}”…</source>
        <translation>Чтение файла «{name}»…</translation>
    </message>
    <message>
        <source>One phone, e-mail or user id a line. Campaigns of this account will leave them out.</source>
        <translation>По одному телефону, адресу почты или ID пользователя в строке. Кампании этого аккаунта будут их пропускать.</translation>
    </message>
    <message>
        <source>Phones without a country code are of</source>
        <translation>Страна номеров без кода</translation>
    </message>
    <message>
        <source>Taken from the column</source>
        <translation>Из столбца</translation>
    </message>
    <message>
        <source>Choose the list of people</source>
        <translation>Выберите список людей</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt *.xlsx)</source>
        <translation>Списки (*.csv *.tsv *.txt *.xlsx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>the first cell of each row</source>
        <translation>первая ячейка каждой строки</translation>
    </message>
    <message>
        <source>“{name}” was not taken. {why}</source>
        <translation>Файл «{name}» не принят. {why}</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can be added.</source>
        <translation>
            <numerusform>Можно добавить: %Ln.</numerusform>
            <numerusform>Можно добавить: %Ln.</numerusform>
            <numerusform>Можно добавить: %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln twice in the list.</source>
        <translation>
            <numerusform>Повторов: %Ln.</numerusform>
            <numerusform>Повторов: %Ln.</numerusform>
            <numerusform>Повторов: %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be read and will not be added:</source>
        <translation>
            <numerusform>%Ln строка не прочитана и не будет добавлена:</numerusform>
            <numerusform>%Ln строки не прочитаны и не будут добавлены:</numerusform>
            <numerusform>%Ln строк не прочитано и не будет добавлено:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlsoSent</name>
    <message>
        <source>Also sent</source>
        <translation>Также будет отправлено</translation>
    </message>
    <message>
        <source>The form has no fields for these. They are sent as they came.</source>
        <translation>В форме нет таких полей. Это уйдёт в том виде, в каком пришло.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Do not send these</source>
        <translation>Не отправлять это</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Also sent: {section}</source>
        <translation>Также будет отправлено: {section}</translation>
    </message>
    <message>
        <source>Sent along with the fields. A key that has a field goes to its field.</source>
        <translation>Отправляется вместе с тем, что в полях. Ключ, для которого есть поле, попадёт в своё поле.</translation>
    </message>
</context>
<context>
    <name>AndroidForm</name>
    <message>
        <source>Android</source>
        <translation>Android</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Значок</translation>
    </message>
    <message>
        <source>Name of a picture inside the app, as its developers call it.</source>
        <translation>Имя картинки внутри приложения. Его знают разработчики.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>“default”, or the name of a sound inside the app.</source>
        <translation>«default» или имя звука внутри приложения.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Тег</translation>
    </message>
    <message>
        <source>A later message with the same tag replaces this one on the screen.</source>
        <translation>Следующее сообщение с тем же тегом заменит это на экране.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Click action</source>
        <translation>Действие по нажатию</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>The notification channel of the app (Android 8 and newer).</source>
        <translation>Канал уведомлений приложения (Android 8 и новее).</translation>
    </message>
    <message>
        <source>Title by key</source>
        <translation>Заголовок по ключу</translation>
    </message>
    <message>
        <source>The app shows its own text for this key, in the language of the device.</source>
        <translation>Приложение покажет по этому ключу свой текст на языке устройства.</translation>
    </message>
    <message>
        <source>Values for the title</source>
        <translation>Значения для заголовка</translation>
    </message>
    <message>
        <source>A JSON list of texts that are put into it.</source>
        <translation>Список текстов в JSON, которые в него подставляются.</translation>
    </message>
    <message>
        <source>Body by key</source>
        <translation>Текст по ключу</translation>
    </message>
    <message>
        <source>Values for the body</source>
        <translation>Значения для текста</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Протокол</translation>
    </message>
    <message>
        <source>Not set: the server chooses</source>
        <translation>Не задан: выбирает сервер</translation>
    </message>
    <message>
        <source>How the server talks to Google.</source>
        <translation>По нему сервер общается с Google.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Handed to the app with the message. Android turns every value into text.</source>
        <translation>Приложение получит их вместе с сообщением. Android превращает любое значение в текст.</translation>
    </message>
    <message>
        <source>Colour of the icon, as #rrggbb.</source>
        <translation>Цвет значка в виде #rrggbb.</translation>
    </message>
    <message>
        <source>What the app opens when the message is tapped.</source>
        <translation>Что откроет приложение, если нажать на сообщение.</translation>
    </message>
</context>
<context>
    <name>AroundForm</name>
    <message>
        <source>Message text (msg.text)</source>
        <translation>Текст сообщения (msg.text)</translation>
    </message>
    <message>
        <source>Ask the server for its debug log</source>
        <translation>Запросить у сервера отладочный журнал</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Sent along with the sections. Some Scorocode applications read it; most do not need it.</source>
        <translation>Отправляется вместе с разделами. Некоторые приложения на Scorocode его читают, большинству он не нужен.</translation>
    </message>
    <message>
        <source>The message is sent anyway.</source>
        <translation>Сообщение всё равно отправляется.</translation>
    </message>
</context>
<context>
    <name>ArrivalsModel</name>
    <message>
        <source>Recipient</source>
        <translation>Получатель</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Город</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Бейдж</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Device id or number</source>
        <translation>ID или номер</translation>
    </message>
    <message>
        <source>(not logged in)</source>
        <translation>(не вошёл)</translation>
    </message>
    <message>
        <source>(shows nothing)</source>
        <translation>(ничего не видно)</translation>
    </message>
    <message>
        <source>Android</source>
        <translation>Android</translation>
    </message>
    <message>
        <source>iPhone</source>
        <translation>iPhone</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
</context>
<context>
    <name>AudiencePanel</name>
    <message>
        <source>Everyone</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Saved…</source>
        <translation>Сохранённые…</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Условия</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Аудитория</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>Saved audiences and recent queries</source>
        <translation>Сохранённые аудитории и недавние фильтры</translation>
    </message>
</context>
<context>
    <name>BracesField</name>
    <message>
        <source>Send “{variable}” as it is</source>
        <translation>Отправить «{variable}» как есть</translation>
    </message>
    <message>
        <source>These braces do not pair up. Fix them in the message, unless they are meant.</source>
        <translation>Эти скобки стоят без пары. Исправьте их в сообщении, если они там не нужны.</translation>
    </message>
</context>
<context>
    <name>BuiltTab</name>
    <message>
        <source>Message, audience and preview</source>
        <translation>Сообщение, аудитория и предпросмотр</translation>
    </message>
</context>
<context>
    <name>BuiltWindow</name>
    <message>
        <source>Page and rows of the history</source>
        <translation>Страница и строки истории</translation>
    </message>
</context>
<context>
    <name>CalendarPlans</name>
    <message>
        <source>It was sent or cancelled already.</source>
        <translation>Сообщение уже отправлено или отменено.</translation>
    </message>
    <message>
        <source>There is no such time, so nothing was moved.</source>
        <translation>Такого времени нет, поэтому ничего не перенесено.</translation>
    </message>
    <message>
        <source>{when} has passed, so nothing was moved.</source>
        <translation>{when} уже прошло, поэтому ничего не перенесено.</translation>
    </message>
    <message>
        <source>Move to this time?</source>
        <translation>Перенести на это время?</translation>
    </message>
    <message>
        <source>“{title}”: {when}</source>
        <translation>«{title}»: {when}</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>Перенести</translation>
    </message>
    <message>
        <source>Leave it where it is</source>
        <translation>Оставить на месте</translation>
    </message>
    <message>
        <source>“{title}” was moved: {when}.</source>
        <translation>«{title}» перенесено: {when}.</translation>
    </message>
</context>
<context>
    <name>CalendarPresenter</name>
    <message>
        <source>The history could not be read. {reason}</source>
        <translation>Не удалось прочитать историю. {reason}</translation>
    </message>
    <message>
        <source>It is not in the history any more.</source>
        <translation>Этой отправки больше нет в истории.</translation>
    </message>
</context>
<context>
    <name>CalendarView</name>
    <message>
        <source>Previous month</source>
        <translation>Предыдущий месяц</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Следующий месяц</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>Показать списком</translation>
    </message>
    <message>
        <source>Nothing on this day.</source>
        <translation>В этот день ничего нет.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Change the time…</source>
        <translation>Изменить время…</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>All of this day in the history</source>
        <translation>Весь день в истории</translation>
    </message>
    <message>
        <source>{number} more: show this day in the history</source>
        <translation>Ещё {number}: показать день в истории</translation>
    </message>
</context>
<context>
    <name>CampaignClosing</name>
    <message>
        <source>The app closes once the requests under way have ended. Close again not to wait.</source>
        <translation>Программа закроется, когда завершатся начатые запросы. Чтобы не ждать, закройте её ещё раз.</translation>
    </message>
</context>
<context>
    <name>CampaignList</name>
    <message>
        <source>Campaigns</source>
        <translation>Кампании</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Новая кампания</translation>
    </message>
    <message>
        <source>Goes to Compose: write the message there, then press “Campaign…”</source>
        <translation>Откроет страницу «Сообщение»: напишите текст и нажмите «Кампания…»</translation>
    </message>
    <message>
        <source>No campaign yet</source>
        <translation>Кампаний пока нет</translation>
    </message>
    <message>
        <source>A campaign sends one message to the people of a list, with each one’s own words in it: Hi {{name|friend}}. Write the message on Compose, press “Campaign…” and choose the list. Nothing is sent before you have seen who gets what.</source>
        <translation>Кампания отправляет одно сообщение людям из списка, и в нём для каждого свои слова: «Здравствуйте, {{имя|друг}}!» Напишите текст на странице «Сообщение», нажмите «Кампания…» и выберите список. Пока вы не увидите, кто что получит, ничего не отправится.</translation>
    </message>
    <message>
        <source>Write the message</source>
        <translation>Написать сообщение</translation>
    </message>
</context>
<context>
    <name>CampaignPresenter</name>
    <message>
        <source>Change the text, then press “Campaign…”: it goes to the rest of the campaign.</source>
        <translation>Измените текст и нажмите «Кампания…»: его получат остальные.</translation>
    </message>
</context>
<context>
    <name>CampaignRunner</name>
    <message>
        <source>A campaign is running</source>
        <translation>Идёт отправка кампании</translation>
    </message>
</context>
<context>
    <name>CampaignTable</name>
    <message>
        <source>Campaigns, newest first</source>
        <translation>Кампании, сначала новые</translation>
    </message>
</context>
<context>
    <name>CampaignTeller</name>
    <message>
        <source>A campaign is ready and has not started. Nothing of it was sent.</source>
        <translation>Одна из кампаний готова, но не началась. По ней ничего не отправлено.</translation>
    </message>
    <message>
        <source>Campaign finished</source>
        <translation>Кампания завершена</translation>
    </message>
    <message>
        <source>Campaign paused</source>
        <translation>Кампания на паузе</translation>
    </message>
    <message>
        <source>Show the campaign</source>
        <translation>Показать кампанию</translation>
    </message>
    <message>
        <source>Sent: {sent}.</source>
        <translation>Отправлено: {sent}.</translation>
    </message>
    <message>
        <source>In doubt: {doubts}.</source>
        <translation>Неизвестно: {doubts}.</translation>
    </message>
    <message>
        <source>The campaign has finished. {counts}</source>
        <translation>Кампания завершена. {counts}</translation>
    </message>
    <message>
        <source>The campaign is paused: {why}. {counts}</source>
        <translation>Кампания на паузе: {why}. {counts}</translation>
    </message>
    <message>
        <source>A campaign could not be started. {why}</source>
        <translation>Кампанию не удалось начать. {why}</translation>
    </message>
</context>
<context>
    <name>CampaignView</name>
    <message>
        <source>‹ All campaigns</source>
        <translation>‹ Все кампании</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Получатели</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>Deletes this campaign. None of it was sent.</source>
        <translation>Удалит эту кампанию. Из неё ничего не отправлено.</translation>
    </message>
</context>
<context>
    <name>CampaignsModel</name>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Исключено</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(без текста)</translation>
    </message>
    <message>
        <source>{environment} · {account}</source>
        <translation>{environment} · {account}</translation>
    </message>
</context>
<context>
    <name>CannotCopy</name>
    <message>
        <source>Copy as curl</source>
        <translation>Копировать как curl</translation>
    </message>
    <message>
        <source>Nothing was copied.</source>
        <translation>Ничего не скопировано.</translation>
    </message>
</context>
<context>
    <name>ChangingText</name>
    <message>
        <source>The text of another campaign was not changed. {why}</source>
        <translation>Текст другой кампании не изменён. {why}</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Reading the list…</source>
        <translation>Чтение списка…</translation>
    </message>
    <message>
        <source>Writing the requests down… {done} of {total}</source>
        <translation>Запись запросов… {done} из {total}</translation>
    </message>
    <message>
        <source>Writing the requests down…</source>
        <translation>Запись запросов…</translation>
    </message>
    <message>
        <source>Looking everyone up: {done} of {whole}</source>
        <translation>Поиск получателей: {done} из {whole}</translation>
    </message>
    <message>
        <source>Checking each one’s message: {done} of {whole}</source>
        <translation>Проверка сообщений: {done} из {whole}</translation>
    </message>
    <message>
        <source>Choose a row</source>
        <translation>Выберите строку</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>Строка {number}</translation>
    </message>
    <message>
        <source>Counting again…</source>
        <translation>Пересчёт…</translation>
    </message>
    <message>
        <source>Nobody is left to get it.</source>
        <translation>Не осталось никого, кто получил бы сообщение.</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Checking</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>Прервать проверку</translation>
    </message>
    <message>
        <source>Ends the check. Nothing was sent; the list stays as it is.</source>
        <translation>Прервёт проверку. Ничего не отправлено, список останется как есть.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Строки списка</translation>
    </message>
    <message>
        <source>The selected rows get nothing. The file stays as it is.</source>
        <translation>Выбранные строки ничего не получат. Файл не изменится.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Исключить</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Saves these rows as CSV or JSON, with the reason for each</source>
        <translation>Сохранит эти строки в CSV или JSON, у каждой указана причина</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>Позже…</translation>
    </message>
    <message>
        <source>Asks when it is to start, and plans it</source>
        <translation>Спросит, когда начать, и запланирует начало</translation>
    </message>
</context>
<context>
    <name>ChoiceChip</name>
    <message>
        <source>{title}: {number}</source>
        <translation>{title}: {number}</translation>
    </message>
    <message>
        <source>{title}: {values}</source>
        <translation>{title}: {values}</translation>
    </message>
    <message>
        <source>any</source>
        <translation>все</translation>
    </message>
</context>
<context>
    <name>ClockAndZone</name>
    <message>
        <source>{clock}, {zone}</source>
        <translation>{clock}, {zone}</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Two sends compared</source>
        <translation>Сравнение двух отправок</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>Только различия</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>{account} · {environment}</source>
        <translation>{account} · {environment}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Count or error</source>
        <translation>Число / ошибка</translation>
    </message>
    <message>
        <source>Counted before</source>
        <translation>Посчитано до отправки</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Аудитория</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Everyone in {collection}</source>
        <translation>Все в коллекции {collection}</translation>
    </message>
    <message>
        <source>≠ {name}</source>
        <translation>≠ {name}</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>Запланировано на</translation>
    </message>
</context>
<context>
    <name>Completions</name>
    <message>
        <source>Proposals</source>
        <translation>Подсказки</translation>
    </message>
</context>
<context>
    <name>ComposeTab</name>
    <message>
        <source>Audience</source>
        <translation>Аудитория</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>new condition</source>
        <translation>новое условие</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>{field}: comparison</source>
        <translation>{field}: сравнение</translation>
    </message>
    <message>
        <source>{field}: value</source>
        <translation>{field}: значение</translation>
    </message>
    <message>
        <source>Remove the condition on {field}</source>
        <translation>Убрать условие для {field}</translation>
    </message>
</context>
<context>
    <name>ConditionsPage</name>
    <message>
        <source>{words} Fix it under JSON to see the conditions.</source>
        <translation>{words} Исправьте в JSON, чтобы увидеть условия.</translation>
    </message>
    <message>
        <source>Try: {query}</source>
        <translation>Попробуйте: {query}</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Send this message?</source>
        <translation>Отправить это сообщение?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Пересчитать</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Nobody matches, so there is nothing to send.</source>
        <translation>Никто не подходит, отправлять некому.</translation>
    </message>
    <message>
        <source>Production: real people will get it</source>
        <translation>Рабочая среда: сообщение получат реальные клиенты</translation>
    </message>
    <message>
        <source>Send this trial?</source>
        <translation>Отправить это пробное сообщение?</translation>
    </message>
</context>
<context>
    <name>CopyMenu</name>
    <message>
        <source>Copy as curl</source>
        <translation>Копировать как curl</translation>
    </message>
    <message>
        <source>With the keys of the account</source>
        <translation>С ключами аккаунта</translation>
    </message>
    <message>
        <source>{shell}…</source>
        <translation>{shell}…</translation>
    </message>
    <message>
        <source>Letters beyond a–z need a curl of 2023 or later there. PowerShell takes any.</source>
        <translation>Чтобы там дошла не только латиница, нужен curl 2023 года или новее. В PowerShell работают любые буквы.</translation>
    </message>
</context>
<context>
    <name>CountStrip</name>
    <message>
        <source>How many match</source>
        <translation>Сколько подходит</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Пересчитать</translation>
    </message>
    <message>
        <source>Show recipients…</source>
        <translation>Показать получателей…</translation>
    </message>
    <message>
        <source>Shows up to a hundred of those who match</source>
        <translation>Покажет до ста получателей из подходящих</translation>
    </message>
    <message>
        <source>{what} · {age}</source>
        <translation>{what} · {age}</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>идёт подсчёт…</translation>
    </message>
    <message>
        <source>How many match is unknown.</source>
        <translation>Сколько подходит, неизвестно.</translation>
    </message>
    <message>
        <source>Enter this account&apos;s keys to count recipients.</source>
        <translation>Введите ключи аккаунта, чтобы узнать число получателей.</translation>
    </message>
    <message>
        <source>Choose who gets it to see how many there are.</source>
        <translation>Здесь будет число получателей.</translation>
    </message>
    <message>
        <source>Read the audience again to count.</source>
        <translation>Прочитайте получателей заново, чтобы их сосчитать.</translation>
    </message>
    <message>
        <source>Fix the query to count.</source>
        <translation>Исправьте фильтр, чтобы узнать число получателей.</translation>
    </message>
    <message>
        <source>See who…</source>
        <translation>Показать…</translation>
    </message>
    <message>
        <source>The keyring is locked: unlock it to count recipients.</source>
        <translation>Хранилище ключей заблокировано. Разблокируйте его, чтобы узнать число получателей.</translation>
    </message>
    <message>
        <source>Asks the keyring once more. It may ask you for its password.</source>
        <translation>Запросит ключи ещё раз. Хранилище может спросить свой пароль.</translation>
    </message>
    <message>
        <source>Say in Accounts where this account&apos;s keys belong.</source>
        <translation>Укажите в разделе «Аккаунты», к чему относятся ключи аккаунта.</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Разблокировать…</translation>
    </message>
    <message>
        <source>Reading this account&apos;s keys…</source>
        <translation>Ключи аккаунта загружаются…</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Запросить снова</translation>
    </message>
    <message>
        <source>The keyring did not give this account&apos;s keys, so nobody can be counted.</source>
        <translation>Хранилище не выдало ключи аккаунта, поэтому узнать число получателей нельзя.</translation>
    </message>
</context>
<context>
    <name>CurlPresenter</name>
    <message>
        <source>First choose who gets it: without a query it would go to everyone.</source>
        <translation>Сначала выберите получателей: без фильтра сообщение ушло бы всем.</translation>
    </message>
    <message>
        <source>First fill in {variables} in the query: as it stands it may reach others.</source>
        <translation>Сначала заполните {variables} в фильтре: так, как есть, он может выбрать других.</translation>
    </message>
    <message>
        <source>The relative dates of the audience cannot be worked out. Is this computer&apos;s clock right?</source>
        <translation>Относительные даты аудитории не вычисляются. Верно ли идут часы компьютера?</translation>
    </message>
    <message>
        <source>It was sent through “{account}”. Choose that account in the window to copy the command with its keys.</source>
        <translation>Сообщение ушло через «{account}». Выберите этот аккаунт в окне, и команду можно будет скопировать с ключами.</translation>
    </message>
    <message>
        <source>The keys of the account are missing.</source>
        <translation>Нет ключей аккаунта.</translation>
    </message>
</context>
<context>
    <name>DateValue</name>
    <message>
        <source>Choose a date…</source>
        <translation>Выбрать дату…</translation>
    </message>
    <message>
        <source>{name}, time zone</source>
        <translation>{name}, часовой пояс</translation>
    </message>
</context>
<context>
    <name>DayChart</name>
    <message>
        <source>Sends by day</source>
        <translation>Отправки по дням</translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Результат</translation>
    </message>
</context>
<context>
    <name>DayTable</name>
    <message>
        <source>Messages of the day</source>
        <translation>Сообщения дня</translation>
    </message>
</context>
<context>
    <name>DaysModel</name>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Sends</source>
        <translation>Отправки</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Неудачи</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Получатели</translation>
    </message>
</context>
<context>
    <name>DaysTable</name>
    <message>
        <source>Sends by day, as a table</source>
        <translation>Отправки по дням, таблицей</translation>
    </message>
</context>
<context>
    <name>DeleteQuestion</name>
    <message>
        <source>Delete account</source>
        <translation>Удалить аккаунт</translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation>Удалить «{name}»?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Не удалять</translation>
    </message>
    <message>
        <source>Its keys are deleted from the keyring too. What was sent through it stays in the history.</source>
        <translation>Ключи аккаунта тоже удалятся из хранилища. Отправленное через него останется в истории.</translation>
    </message>
</context>
<context>
    <name>DemandQuestion</name>
    <message>
        <source>To send it to all of them, type {text} here:</source>
        <translation>Чтобы отправить им всем, введите здесь {text}:</translation>
    </message>
    <message>
        <source>I understand that the number of recipients is unknown</source>
        <translation>Понимаю, что число получателей неизвестно</translation>
    </message>
</context>
<context>
    <name>DesktopNotes</name>
    <message>
        <source>Show the window</source>
        <translation>Показать окно</translation>
    </message>
</context>
<context>
    <name>DesktopTeller</name>
    <message>
        <source>It may have gone out; do not send it again before you check.</source>
        <translation>Сообщение могло уйти; не отправляйте его снова, пока не проверите.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Ничего не отправлено.</translation>
    </message>
</context>
<context>
    <name>DialogWrite</name>
    <message>
        <source>Saving…</source>
        <translation>Сохранение…</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message numerus="yes">
        <source>{words} · %Ln problem(s)</source>
        <translation>
            <numerusform>{words} · %Ln замечание</numerusform>
            <numerusform>{words} · %Ln замечания</numerusform>
            <numerusform>{words} · %Ln замечаний</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words} · %Ln filled in</source>
        <translation>
            <numerusform>{words} · заполнено: %Ln</numerusform>
            <numerusform>{words} · заполнено: %Ln</numerusform>
            <numerusform>{words} · заполнено: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>{words}, open</source>
        <translation>{words}, развёрнуто</translation>
    </message>
    <message>
        <source>{words}, folded</source>
        <translation>{words}, свёрнуто</translation>
    </message>
</context>
<context>
    <name>DiskPresenter</name>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>The data is damaged</source>
        <translation>Данные повреждены</translation>
    </message>
    <message>
        <source>Waiting for the file with drafts and history: the disk is slow, or another program holds the file. You can go on writing.</source>
        <translation>Файл с черновиками и историей пока недоступен: диск медленный или файл занят другой программой. Можно писать дальше.</translation>
    </message>
    <message>
        <source>Saving what you wrote before the window closes: the disk is slow, or another program holds the file with drafts and history.</source>
        <translation>Написанное сохраняется, затем окно закроется: диск работает медленно или файл с черновиками и историей занят другой программой.</translation>
    </message>
    <message>
        <source>Everything that could be read is shown. A message is sent only if it can be recorded in the history.</source>
        <translation>Всё, что удалось прочитать, на месте. Сообщение уйдёт, только если его можно записать в историю.</translation>
    </message>
</context>
<context>
    <name>DoNotSendDialog</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>Поиск по списку</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Nobody is on the list</source>
        <translation>В списке никого нет</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Как записано</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Кем</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message numerus="yes">
        <source>%Ln added.</source>
        <translation>
            <numerusform>Добавлено: %Ln.</numerusform>
            <numerusform>Добавлено: %Ln.</numerusform>
            <numerusform>Добавлено: %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stood on the list already.</source>
        <translation>
            <numerusform>Уже в списке: %Ln.</numerusform>
            <numerusform>Уже в списке: %Ln.</numerusform>
            <numerusform>Уже в списке: %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>It could not be saved or read: {why}</source>
        <translation>Не удалось сохранить или прочитать: {why}</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Экспорт списка</translation>
    </message>
    <message>
        <source>Add the phones, e-mails or user ids of people who want no more messages. Campaigns of this account leave them out, those that are running too, and say how many they were.</source>
        <translation>Добавьте телефоны, адреса почты или ID людей, которые больше не хотят получать сообщения. Кампании этого аккаунта, в том числе идущие, пропустят их и скажут, сколько их было.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the list</source>
        <translation>
            <numerusform>В списке: %Ln</numerusform>
            <numerusform>В списке: %Ln</numerusform>
            <numerusform>В списке: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>Найдено: %Ln</numerusform>
            <numerusform>Найдено: %Ln</numerusform>
            <numerusform>Найдено: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Campaigns left out so far: %Ln</source>
        <translation>
            <numerusform>Кампании уже пропустили: %Ln</numerusform>
            <numerusform>Кампании уже пропустили: %Ln</numerusform>
            <numerusform>Кампании уже пропустили: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>People who are not to be sent to</source>
        <translation>Люди, которым не писать</translation>
    </message>
    <message>
        <source>The list has changed meanwhile. Nobody was removed; choose again.</source>
        <translation>Список тем временем изменился. Никто не убран: выберите ещё раз.</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Убрать из списка</translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed from the list. Campaigns may send to them again.</source>
        <translation>
            <numerusform>%Ln человек убран из списка. Кампании снова могут ему отправлять.</numerusform>
            <numerusform>%Ln человека убраны из списка. Кампании снова могут им отправлять.</numerusform>
            <numerusform>%Ln человек убрано из списка. Кампании снова могут им отправлять.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not send — {account}</source>
        <translation>Не писать&#xa0;— {account}</translation>
    </message>
</context>
<context>
    <name>DraftStash</name>
    <message>
        <source>Your previous message is in Drafts.</source>
        <translation>Прежнее сообщение лежит в черновиках.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>Your previous message could not be saved. It is kept until the app closes.</source>
        <translation>Прежнее сообщение не удалось сохранить. Оно останется до закрытия программы.</translation>
    </message>
    <message>
        <source>Your previous message is in the draft “{name}”.</source>
        <translation>Прежнее сообщение лежит в черновике «{name}».</translation>
    </message>
    <message>
        <source>The draft “{name}” could not be saved. It is kept until the app closes.</source>
        <translation>Черновик «{name}» не удалось сохранить. Он останется до закрытия программы.</translation>
    </message>
    <message>
        <source>The draft “{name}” no longer exists.</source>
        <translation>Черновика «{name}» больше нет.</translation>
    </message>
</context>
<context>
    <name>DraftsDialog</name>
    <message>
        <source>Drafts</source>
        <translation>Черновики</translation>
    </message>
    <message>
        <source>Search the drafts</source>
        <translation>Поиск по черновикам</translation>
    </message>
    <message>
        <source>No draft has a name yet</source>
        <translation>Черновиков с названием пока нет</translation>
    </message>
    <message>
        <source>Nothing was put aside yet</source>
        <translation>Пока ничего не отложено</translation>
    </message>
    <message>
        <source>Drafts with names</source>
        <translation>Черновики с названиями</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Отложенные</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>С названием</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Give a name…</source>
        <translation>Назвать…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Rename the draft</source>
        <translation>Переименовать черновик</translation>
    </message>
    <message>
        <source>Give the draft a name</source>
        <translation>Назвать черновик</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>The draft “{name}” was deleted.</source>
        <translation>Черновик «{name}» удалён.</translation>
    </message>
    <message>
        <source>All drafts of this list…</source>
        <translation>Все черновики этого списка…</translation>
    </message>
    <message>
        <source>There is no draft in this file.</source>
        <translation>В этом файле нет ни одного черновика.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) were deleted.</source>
        <translation>
            <numerusform>Удалён %Ln черновик.</numerusform>
            <numerusform>Удалены %Ln черновика.</numerusform>
            <numerusform>Удалено %Ln черновиков.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) are selected</source>
        <translation>
            <numerusform>Выбран %Ln черновик</numerusform>
            <numerusform>Выбраны %Ln черновика</numerusform>
            <numerusform>Выбрано %Ln черновиков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) written to {file}.</source>
        <translation>
            <numerusform>%Ln черновик записан в {file}.</numerusform>
            <numerusform>%Ln черновика записаны в {file}.</numerusform>
            <numerusform>%Ln черновиков записаны в {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) will be added</source>
        <translation>
            <numerusform>Добавится %Ln черновик</numerusform>
            <numerusform>Добавятся %Ln черновика</numerusform>
            <numerusform>Добавится %Ln черновиков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) imported.</source>
        <translation>
            <numerusform>Добавлен %Ln черновик.</numerusform>
            <numerusform>Добавлены %Ln черновика.</numerusform>
            <numerusform>Добавлено %Ln черновиков.</numerusform>
        </translation>
    </message>
    <message>
        <source>Search by name, tag or words of the message</source>
        <translation>Поиск по названию, метке или словам сообщения</translation>
    </message>
    <message>
        <source>Save › Save draft as… gives this message a name. From then on every change is saved in it, and it waits here while you write something else.</source>
        <translation>«Сохранить» › «Сохранить черновик как…» даёт название тому, что на экране. Дальше каждое изменение сохраняется в нём, и он ждёт здесь, пока вы пишете другое.</translation>
    </message>
    <message>
        <source>When another message takes the place of what you wrote, yours is kept here: the last {most} of each channel.</source>
        <translation>Если место написанного займёт другое сообщение, написанное само окажется здесь: последние {most} по каждому каналу.</translation>
    </message>
    <message>
        <source>It is open in its tab: every change there is saved in it.</source>
        <translation>Он открыт на своей вкладке: в нём сохраняется каждое изменение.</translation>
    </message>
    <message>
        <source>opened {when}</source>
        <translation>открыт {when}</translation>
    </message>
</context>
<context>
    <name>DraftsPresenter</name>
    <message>
        <source>“{name}” is saved. Every change is kept in it as you type.</source>
        <translation>«{name}» сохранён. Каждое изменение попадает в него сразу.</translation>
    </message>
    <message>
        <source>Rename or copy…</source>
        <translation>Переименовать или скопировать…</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>Сохранить черновик</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Rename or copy the draft</source>
        <translation>Переименовать или скопировать черновик</translation>
    </message>
    <message>
        <source>After saving a copy you go on in the copy; “{name}” stays as it is now.</source>
        <translation>Сохранив копию, вы продолжите в ней, а «{name}» останется как есть.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Сохранить копию</translation>
    </message>
    <message>
        <source>Draft “{name}”. Every change is kept in it.</source>
        <translation>Черновик «{name}». В нём сохраняется каждое изменение.</translation>
    </message>
    <message>
        <source>Every change will be saved in it as you type. Find it later under Open › Drafts.</source>
        <translation>Дальше каждое изменение будет попадать в него само. Найти его можно в меню «Открыть» › «Черновики».</translation>
    </message>
</context>
<context>
    <name>DropPresenter</name>
    <message>
        <source>Drop one file at a time. Nothing was read.</source>
        <translation>Перетаскивайте по одному файлу. Ничего не прочитано.</translation>
    </message>
    <message>
        <source>“{name}”: {why}</source>
        <translation>«{name}»: {why}</translation>
    </message>
    <message>
        <source>“{name}” is not a file. Nothing was read.</source>
        <translation>«{name}»&#xa0;— не файл. Ничего не прочитано.</translation>
    </message>
    <message>
        <source>“{name}” contains no message. Drop a file with a request as JSON or curl, or one exported from the library.</source>
        <translation>В файле «{name}» нет сообщения. Перетащите файл с запросом (JSON или curl) или файл, сохранённый из библиотеки.</translation>
    </message>
    <message>
        <source>“{name}” is a list. To send to its people, open a campaign and drop it there.</source>
        <translation>«{name}»&#xa0;— это список. Чтобы отправить сообщение людям из него, откройте кампанию и перетащите файл туда.</translation>
    </message>
</context>
<context>
    <name>EditDialog</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>EmojiButton</name>
    <message>
        <source>Emoji (Ctrl+.)</source>
        <translation>Эмодзи (Ctrl+.)</translation>
    </message>
    <message>
        <source>Emoji for: {name}</source>
        <translation>Эмодзи для поля: {name}</translation>
    </message>
</context>
<context>
    <name>EmojiGrid</name>
    <message>
        <source>Emoji</source>
        <translation>Эмодзи</translation>
    </message>
</context>
<context>
    <name>EmojiPicker</name>
    <message>
        <source>Emoji</source>
        <translation>Эмодзи</translation>
    </message>
    <message>
        <source>Search: heart, gift, smile…</source>
        <translation>Поиск: сердце, подарок, смех…</translation>
    </message>
    <message>
        <source>Search for an emoji</source>
        <translation>Поиск эмодзи</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Недавние</translation>
    </message>
    <message>
        <source>No emoji has this name.</source>
        <translation>Эмодзи с таким названием нет.</translation>
    </message>
</context>
<context>
    <name>EnvironmentBand</name>
    <message>
        <source>Environment</source>
        <translation>Среда</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Произошла ошибка</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Открыть папку с журналом ошибок</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>What you wrote stays in the form, and History says what became of each message. Look at the audience once more before you send.</source>
        <translation>Написанное осталось в форме, а что стало с каждым сообщением, видно в истории. Перед отправкой ещё раз проверьте аудиторию.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопировать подробности</translation>
    </message>
    <message>
        <source>For help, copy the details and send them to whoever looks after the app, with a word on what you did just before. They name places in the program, and nothing of your messages, keys or recipients.</source>
        <translation>Чтобы получить помощь, скопируйте подробности и отправьте их тому, кто сопровождает программу. Напишите, что вы делали перед этим. В подробностях названы только места в программе: сообщений, ключей и данных получателей там нет.</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Технические подробности</translation>
    </message>
</context>
<context>
    <name>ErrorPresenter</name>
    <message>
        <source>Details</source>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>Журнал ошибок</translation>
    </message>
    <message>
        <source>The folder could not be opened. It is here:</source>
        <translation>Папку не удалось открыть. Она здесь:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) on the way: History will say what became of them.</source>
        <translation>
            <numerusform>%Ln сообщение ещё отправляется: чем это кончилось, покажет история.</numerusform>
            <numerusform>%Ln сообщения ещё отправляются: чем это кончилось, покажет история.</numerusform>
            <numerusform>%Ln сообщений ещё отправляются: чем это кончилось, покажет история.</numerusform>
        </translation>
    </message>
    <message>
        <source>No message is on its way; what was sent is in History.</source>
        <translation>Сейчас ничего не отправляется; всё отправленное есть в истории.</translation>
    </message>
    <message>
        <source>Something went wrong in the app; it keeps running.</source>
        <translation>В программе произошла ошибка, но она продолжает работать.</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message numerus="yes">
        <source>%Ln template(s) written to {file}.</source>
        <translation>
            <numerusform>%Ln шаблон записан в {file}.</numerusform>
            <numerusform>%Ln шаблона записаны в {file}.</numerusform>
            <numerusform>%Ln шаблонов записаны в {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no template in this file.</source>
        <translation>В этом файле нет шаблонов.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln template(s) imported.</source>
        <translation>
            <numerusform>Добавлен %Ln шаблон.</numerusform>
            <numerusform>Добавлены %Ln шаблона.</numerusform>
            <numerusform>Добавлено %Ln шаблонов.</numerusform>
        </translation>
    </message>
    <message>
        <source>They do not fit into one file. Export fewer at once. Nothing was written.</source>
        <translation>В один файл столько не поместится. Экспортируйте по частям. Ничего не записано.</translation>
    </message>
    <message>
        <source>The brackets of a message are nested too deep for a file. Nothing was written.</source>
        <translation>Скобки в сообщении вложены слишком глубоко для файла. Ничего не записано.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: no query that could be sent.</source>
        <translation>
            <numerusform>%Ln пропущена: в ней нет фильтра, по которому можно отправить.</numerusform>
            <numerusform>%Ln пропущены: в них нет фильтра, по которому можно отправить.</numerusform>
            <numerusform>%Ln пропущены: в них нет фильтра, по которому можно отправить.</numerusform>
        </translation>
    </message>
    <message>
        <source>A name was taken in the meantime, so nothing was imported. Import the file again.</source>
        <translation>Одно из названий тем временем занято, поэтому ничего не добавлено. Импортируйте файл ещё раз.</translation>
    </message>
    <message>
        <source>“{file}” could not be written: {reason}. The file that was there is unchanged.</source>
        <translation>Не удалось записать «{file}»: {reason}. Прежний файл не изменился.</translation>
    </message>
    <message>
        <source>It could not be saved. Is the disk full, or the folder read-only?</source>
        <translation>Сохранить не удалось. Может быть, диск заполнен или папка доступна только для чтения?</translation>
    </message>
    <message>
        <source>What cannot be written to a file was changed or left out in: {names}.</source>
        <translation>Изменено или опущено то, что не записать в файл: {names}.</translation>
    </message>
    <message>
        <source>The selection cannot be written to a file: no query in it could be sent.</source>
        <translation>Выбранное нельзя записать в файл: в нём нет фильтра, по которому можно отправить.</translation>
    </message>
</context>
<context>
    <name>ExportFile</name>
    <message numerus="yes">
        <source>%Ln row(s) saved in “{file}”.</source>
        <translation>
            <numerusform>В файл «{file}» сохранена %Ln строка.</numerusform>
            <numerusform>В файл «{file}» сохранены %Ln строки.</numerusform>
            <numerusform>В файл «{file}» сохранено %Ln строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. “{file}” was not written.</source>
        <translation>Остановлено. «{file}» не записан.</translation>
    </message>
    <message>
        <source>“{file}” could not be written: {why}. The file that was there is unchanged.</source>
        <translation>Не удалось записать «{file}»: {why}. То, что там было, не изменилось.</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Writing “{file}”…</source>
        <translation>Запись в «{file}»…</translation>
    </message>
    <message>
        <source>Rows that are written</source>
        <translation>Записанные строки</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>If you stop, no file is written; one that was there stays.</source>
        <translation>После остановки файла не будет; то, что было на его месте, останется.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>campaign {date}.csv</source>
        <translation>кампания {date}.csv</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Save these rows</source>
        <translation>Сохранить эти строки</translation>
    </message>
    <message>
        <source>CSV for Excel (*.csv)</source>
        <translation>CSV для Excel (*.csv)</translation>
    </message>
    <message>
        <source>CSV for other programs (*.csv)</source>
        <translation>CSV для других программ (*.csv)</translation>
    </message>
    <message>
        <source>JSON, with the requests (*.json)</source>
        <translation>JSON вместе с запросами (*.json)</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>Экспорт показанного</translation>
    </message>
    <message>
        <source>history.csv</source>
        <translation>история.csv</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Среда</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Коллекция</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Аудитория</translation>
    </message>
    <message>
        <source>Counted before</source>
        <translation>Посчитано до отправки</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Секунды</translation>
    </message>
    <message>
        <source>SMS parts of each</source>
        <translation>Частей в одном SMS</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Проба</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закреплено</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Кампания</translation>
    </message>
    <message>
        <source>SMS parts in all</source>
        <translation>Всего частей SMS</translation>
    </message>
</context>
<context>
    <name>FactsBox</name>
    <message>
        <source>requests a second</source>
        <translation>запросов в секунду</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Скорость</translation>
    </message>
</context>
<context>
    <name>FieldBox</name>
    <message>
        <source>field</source>
        <translation>поле</translation>
    </message>
    <message>
        <source>Field of the condition</source>
        <translation>Поле условия</translation>
    </message>
</context>
<context>
    <name>FieldsBox</name>
    <message>
        <source>Everyone gets the same words. To greet each one by name, write {{name|friend}} in the message: “friend” stands where no name is known.</source>
        <translation>Все получат одинаковый текст. Чтобы обратиться по имени, напишите в сообщении {{имя|друг}}: слово «друг» встанет там, где имени нет.</translation>
    </message>
    <message>
        <source>Back to the message</source>
        <translation>Вернуться к сообщению</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>выберите…</translation>
    </message>
    <message>
        <source>{field} is filled from</source>
        <translation>Откуда берётся {field}</translation>
    </message>
    <message>
        <source>Rows without a value are left out: it has no fallback.</source>
        <translation>Строки без значения будут исключены: запасного слова нет.</translation>
    </message>
    <message>
        <source>“{text}” where the cell is empty</source>
        <translation>«{text}», если ячейка пуста</translation>
    </message>
    <message>
        <source>Where the cell is empty, nothing is put there.</source>
        <translation>Если ячейка пуста, не встанет ничего.</translation>
    </message>
    <message>
        <source>Nothing fills it. Choose a column, or change the message.</source>
        <translation>Поле нечем заполнить. Выберите столбец или измените сообщение.</translation>
    </message>
</context>
<context>
    <name>FillDialog</name>
    <message>
        <source>Fill in</source>
        <translation>Заполнить</translation>
    </message>
    <message>
        <source>Leave for later</source>
        <translation>Заполнить позже</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>How it will read</source>
        <translation>Как будет выглядеть</translation>
    </message>
    <message>
        <source>Nothing can be sent while braces do not pair up.</source>
        <translation>Пока в сообщении есть скобки без пары, отправить его нельзя.</translation>
    </message>
    <message>
        <source>Left empty: {variables}. Nothing can be sent until every value is filled in.</source>
        <translation>Не заполнено: {variables}. Пока есть пустые значения, отправить сообщение нельзя.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Show only this outcome</source>
        <translation>Показать только с этим результатом</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>Все результаты</translation>
    </message>
    <message>
        <source>Show only this account</source>
        <translation>Показать только этот аккаунт</translation>
    </message>
    <message>
        <source>Any account</source>
        <translation>Все аккаунты</translation>
    </message>
    <message>
        <source>Hide trials</source>
        <translation>Скрыть пробные</translation>
    </message>
    <message>
        <source>Search messages and notes</source>
        <translation>Искать в сообщениях и заметках</translation>
    </message>
    <message>
        <source>Search the history by words of a message or a note</source>
        <translation>Искать в истории по словам сообщения или заметки</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Найти в тексте</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Предыдущее (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Следующее (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрыть (Esc)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} из {total}</translation>
    </message>
</context>
<context>
    <name>FirstRows</name>
    <message>
        <source>First rows of the list</source>
        <translation>Первые строки списка</translation>
    </message>
</context>
<context>
    <name>FoldButton</name>
    <message>
        <source>{words}, folded</source>
        <translation>{words}, свёрнуто</translation>
    </message>
    <message>
        <source>{words}, open</source>
        <translation>{words}, развёрнуто</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Show me</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Fill in…</source>
        <translation>Заполнить…</translation>
    </message>
    <message>
        <source>Asks for the variables in the message and its query</source>
        <translation>Спросит о переменных в сообщении и фильтре</translation>
    </message>
    <message>
        <source>{first} ({more})</source>
        <translation>{first} ({more})</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln предупреждение</numerusform>
            <numerusform>%Ln предупреждения</numerusform>
            <numerusform>%Ln предупреждений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln замечание</numerusform>
            <numerusform>%Ln замечания</numerusform>
            <numerusform>%Ln замечаний</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln…</source>
        <translation>
            <numerusform>Отправить: %Ln…</numerusform>
            <numerusform>Отправить: %Ln…</numerusform>
            <numerusform>Отправить: %Ln…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to everyone: %Ln…</source>
        <translation>
            <numerusform>Отправить всем: %Ln…</numerusform>
            <numerusform>Отправить всем: %Ln…</numerusform>
            <numerusform>Отправить всем: %Ln…</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists the problems and goes to them (F4: the next one)</source>
        <translation>Покажет список замечаний и перейдёт к ним (F4&#xa0;— к следующему)</translation>
    </message>
</context>
<context>
    <name>GroupEditor</name>
    <message>
        <source>All of these</source>
        <translation>Все условия</translation>
    </message>
    <message>
        <source>Any of these</source>
        <translation>Любое из условий</translation>
    </message>
    <message>
        <source>Which conditions must hold</source>
        <translation>Какие условия должны выполняться</translation>
    </message>
    <message>
        <source>Remove this group</source>
        <translation>Убрать группу</translation>
    </message>
    <message>
        <source>+ Condition</source>
        <translation>+ Условие</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Добавить условие</translation>
    </message>
    <message>
        <source>+ Group</source>
        <translation>+ Группа</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>Добавить группу</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Put back what was removed last</source>
        <translation>Вернуть то, что убрали последним</translation>
    </message>
    <message>
        <source>This group is empty. Add a condition, or remove the group.</source>
        <translation>Группа пуста. Добавьте условие или уберите группу.</translation>
    </message>
    <message>
        <source>No condition yet, so nobody is chosen.</source>
        <translation>Условий пока нет, поэтому получатели не выбраны.</translation>
    </message>
</context>
<context>
    <name>HistoryChips</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 дней</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 дней</translation>
    </message>
    <message>
        <source>Range…</source>
        <translation>Период…</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Всё время</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Среда</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Неудачи</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закреплено</translation>
    </message>
    <message>
        <source>Show only what is pinned</source>
        <translation>Показать только закреплённые</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Show every channel, environment, account and outcome</source>
        <translation>Показать все каналы, среды, аккаунты и результаты</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Кампании</translation>
    </message>
    <message>
        <source>Show only campaigns</source>
        <translation>Показать только кампании</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
</context>
<context>
    <name>HistoryLine</name>
    <message>
        <source>Nothing sent yet</source>
        <translation>Пока ничего не отправлено</translation>
    </message>
    <message>
        <source>{when} {outcome}</source>
        <translation>{when} {outcome}</translation>
    </message>
    <message>
        <source>{words}: {result}</source>
        <translation>{words}: {result}</translation>
    </message>
    <message>
        <source>Opens all that is known of this send, to use it again or correct it</source>
        <translation>Покажет всё об этой отправке: её можно взять за основу или исправить</translation>
    </message>
    <message>
        <source>History (F8)</source>
        <translation>История (F8)</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Аудитория</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Count or error</source>
        <translation>Число / ошибка</translation>
    </message>
    <message>
        <source>{environment} · {account}</source>
        <translation>{environment} · {account}</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(без текста)</translation>
    </message>
    <message>
        <source>This row is damaged and cannot be read</source>
        <translation>Эта строка повреждена, прочитать её нельзя</translation>
    </message>
    <message>
        <source>A message was sent here. The file with drafts and history is damaged in this place.</source>
        <translation>Здесь было отправленное сообщение. Файл с черновиками и историей в этом месте повреждён.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>TRIAL · {summary}</source>
        <translation>ПРОБА · {summary}</translation>
    </message>
    <message>
        <source>{message}

Note: {note}</source>
        <translation>{message}

Заметка: {note}</translation>
    </message>
    <message>
        <source>CAMPAIGN · {summary}</source>
        <translation>КАМПАНИЯ · {summary}</translation>
    </message>
    <message>
        <source>{message}

Planned for {when}</source>
        <translation>{message}

Запланировано на {when}</translation>
    </message>
    <message>
        <source>PLANNED · </source>
        <translation>ПО ПЛАНУ · </translation>
    </message>
    <message>
        <source>PROD</source>
        <translation>РАБ.</translation>
    </message>
    <message>
        <source>test</source>
        <comment>shortened</comment>
        <translation>тест.</translation>
    </message>
    <message>
        <source>sbx.</source>
        <translation>песоч.</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>Nothing sent yet</source>
        <translation>Пока ничего не отправлено</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не нашлось</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Сбросить поиск и фильтры</translation>
    </message>
    <message>
        <source>The history cannot be read from the disk: {detail}</source>
        <translation>Не удалось прочитать историю с диска: {detail}</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>Чтение истории…</translation>
    </message>
    <message>
        <source>Every message you send is listed here: who it went to and what came of it. Find it by a word of its text, and use it again.</source>
        <translation>Здесь будет каждое отправленное сообщение: кому ушло и чем закончилось. Любое можно найти по слову из текста и взять за основу.</translation>
    </message>
    <message>
        <source>No sent message matches your search.</source>
        <translation>Среди отправленных сообщений таких нет.</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>What was sent, newest first</source>
        <translation>Отправленное, сначала новое</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes}&#xa0;мин {seconds}&#xa0;с</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>A curl command, or the JSON of a request</source>
        <translation>Команда curl или JSON запроса</translation>
    </message>
    <message>
        <source>Fill the form</source>
        <translation>Заполнить форму</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The command carries the keys of the account in use: {name}.</source>
        <translation>В команде ключи текущего аккаунта: {name}.</translation>
    </message>
    <message>
        <source>The command carries keys. They go neither into the form nor into the history.</source>
        <translation>В команде есть ключи. Ни в форму, ни в историю они не попадут.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}</source>
        <translation>Строка {line}, символ {column}</translation>
    </message>
    <message>
        <source>It fills the form, and sends nothing.</source>
        <translation>Заполнит форму и ничего не отправит.</translation>
    </message>
    <message numerus="yes">
        <source>Reading %Ln character(s)…</source>
        <translation>
            <numerusform>Читается %Ln символ…</numerusform>
            <numerusform>Читается %Ln символа…</numerusform>
            <numerusform>Читается %Ln символов…</numerusform>
        </translation>
    </message>
    <message>
        <source>The text could not be read: a mistake in the app. Nothing was filled in, and nothing was sent.</source>
        <translation>Текст не удалось прочитать: это ошибка программы. Ничего не заполнено и ничего не отправлено.</translation>
    </message>
    <message>
        <source>Nothing was pasted.</source>
        <translation>Ничего не вставлено.</translation>
    </message>
    <message>
        <source>Paste a curl command here, from a browser, Postman or the documentation, or only the JSON.</source>
        <translation>Вставьте сюда команду curl&#xa0;— из браузера, Postman или документации&#xa0;— или только JSON.</translation>
    </message>
    <message>
        <source>Go to the mistake</source>
        <translation>Перейти к ошибке</translation>
    </message>
    <message>
        <source>Save the keys in a new account…</source>
        <translation>Сохранить ключи в новом аккаунте…</translation>
    </message>
    <message>
        <source>There is already an account for this application: {name}.</source>
        <translation>Для этого приложения уже есть аккаунт: {name}.</translation>
    </message>
    <message>
        <source>Import curl</source>
        <translation>Импорт curl</translation>
    </message>
</context>
<context>
    <name>IphoneForm</name>
    <message>
        <source>iPhone</source>
        <translation>iPhone</translation>
    </message>
    <message>
        <source>Custom keys</source>
        <translation>Свои ключи</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Подзаголовок</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Бейдж</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>“default”, or the name of a sound inside the app.</source>
        <translation>«default» или имя звука внутри приложения.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>for example 5</source>
        <translation>например, 5</translation>
    </message>
    <message>
        <source>Which buttons the app puts under the message.</source>
        <translation>Какие кнопки приложение покажет под сообщением.</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Ветка</translation>
    </message>
    <message>
        <source>Messages of one thread are shown as one group.</source>
        <translation>Сообщения одной ветки собираются в одну группу.</translation>
    </message>
    <message>
        <source>Target content</source>
        <translation>Что открыть</translation>
    </message>
    <message>
        <source>Which window of the app is opened.</source>
        <translation>Какое окно приложения откроется.</translation>
    </message>
    <message>
        <source>Interruption</source>
        <translation>Срочность</translation>
    </message>
    <message>
        <source>Not set: active</source>
        <translation>Не задана: активное</translation>
    </message>
    <message>
        <source>Passive: no light, no sound</source>
        <translation>Пассивное: экран не загорится, звука нет</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активное</translation>
    </message>
    <message>
        <source>Critical: needs Apple&apos;s permission</source>
        <translation>Критическое: нужно разрешение Apple</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Значимость</translation>
    </message>
    <message>
        <source>From 0 to 1: the highest leads the summary.</source>
        <translation>От 0 до 1: самое значимое встанет первым в сводке.</translation>
    </message>
    <message>
        <source>for example 0.5</source>
        <translation>например, 0.5</translation>
    </message>
    <message>
        <source>Focus filter</source>
        <translation>Фильтр фокусирования</translation>
    </message>
    <message>
        <source>Compared with the focus that is on.</source>
        <translation>Сравнивается с включённым фокусированием.</translation>
    </message>
    <message>
        <source>Wake the app in the background</source>
        <translation>Разбудить приложение в фоне</translation>
    </message>
    <message>
        <source>Without any text: priority must be 5.</source>
        <translation>Если текста нет, приоритет должен быть 5.</translation>
    </message>
    <message>
        <source>Let the app change the message</source>
        <translation>Разрешить приложению изменить сообщение</translation>
    </message>
    <message>
        <source>Needed for pictures in the message.</source>
        <translation>Нужно для картинок в сообщении.</translation>
    </message>
    <message>
        <source>Critical sound</source>
        <translation>Критический звук</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Громкость</translation>
    </message>
    <message>
        <source>From 0 to 1, of a critical sound.</source>
        <translation>От 0 до 1, для критического звука.</translation>
    </message>
    <message>
        <source>The app shows its own text for this key, in the language of the device.</source>
        <translation>Приложение покажет по этому ключу свой текст на языке устройства.</translation>
    </message>
    <message>
        <source>Title by key</source>
        <translation>Заголовок по ключу</translation>
    </message>
    <message>
        <source>Values for the title</source>
        <translation>Значения для заголовка</translation>
    </message>
    <message>
        <source>Subtitle by key</source>
        <translation>Подзаголовок по ключу</translation>
    </message>
    <message>
        <source>Values for the subtitle</source>
        <translation>Значения для подзаголовка</translation>
    </message>
    <message>
        <source>Body by key</source>
        <translation>Текст по ключу</translation>
    </message>
    <message>
        <source>Values for the body</source>
        <translation>Значения для текста</translation>
    </message>
    <message>
        <source>Action button by key</source>
        <translation>Кнопка действия по ключу</translation>
    </message>
    <message>
        <source>Older iOS: the text of the button, by its key.</source>
        <translation>Старые iOS: текст кнопки по её ключу.</translation>
    </message>
    <message>
        <source>Launch image</source>
        <translation>Картинка при запуске</translation>
    </message>
    <message>
        <source>Shown while the app starts, by its file&apos;s name.</source>
        <translation>Видна, пока приложение запускается. Имя файла.</translation>
    </message>
    <message>
        <source>Message id (apns-id)</source>
        <translation>ID сообщения (apns-id)</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Топик</translation>
    </message>
    <message>
        <source>Usually the app&apos;s bundle id.</source>
        <translation>Обычно это bundle ID приложения.</translation>
    </message>
    <message>
        <source>Collapse id</source>
        <translation>ID для замены (collapse id)</translation>
    </message>
    <message>
        <source>A later message with the same id replaces this one. At most 64 bytes.</source>
        <translation>Следующее сообщение с тем же ID заменит это. Не больше 64&#xa0;байт.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Не задан</translation>
    </message>
    <message>
        <source>10: at once</source>
        <translation>10: сразу</translation>
    </message>
    <message>
        <source>5: when the battery allows</source>
        <translation>5: с учётом заряда батареи</translation>
    </message>
    <message>
        <source>1: later, on newer iOS</source>
        <translation>1: позже, на новых iOS</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Срок доставки</translation>
    </message>
    <message>
        <source>A device that is off gets the message until then. With no date, Apple decides.</source>
        <translation>До этого времени сообщение дойдёт и до выключенного устройства. Если даты нет, решает Apple.</translation>
    </message>
    <message>
        <source>in an hour</source>
        <translation>через час</translation>
    </message>
    <message>
        <source>in 3 hours</source>
        <translation>через 3&#xa0;часа</translation>
    </message>
    <message>
        <source>in 12 hours</source>
        <translation>через 12 часов</translation>
    </message>
    <message>
        <source>in a day</source>
        <translation>через день</translation>
    </message>
    <message>
        <source>in a week</source>
        <translation>через неделю</translation>
    </message>
    <message>
        <source>in four weeks</source>
        <translation>через четыре недели</translation>
    </message>
    <message>
        <source>Handed to the app with the message. Values keep their type.</source>
        <translation>Приложение получит их вместе с сообщением. Тип значений сохранится.</translation>
    </message>
    <message>
        <source>Time sensitive: shown even in Focus</source>
        <translation>Неотложное: покажется и в режиме фокусирования</translation>
    </message>
    <message>
        <source>Heard even in silent mode and Focus. Needs Apple&apos;s permission.</source>
        <translation>Слышен и в беззвучном режиме, и в режиме фокусирования. Нужно разрешение Apple.</translation>
    </message>
    <message>
        <source>Put into it, one per line.</source>
        <translation>Подставляются в него, по одному на строке.</translation>
    </message>
    <message>
        <source>A UUID. Leave it empty unless the message goes to a single device.</source>
        <translation>UUID. Заполняйте, только если получатель&#xa0;— одно устройство.</translation>
    </message>
    <message>
        <source>The number on the app&apos;s icon. 0 removes it.</source>
        <translation>Число на значке приложения. 0 убирает его.</translation>
    </message>
</context>
<context>
    <name>JsonPage</name>
    <message>
        <source>Query in JSON</source>
        <translation>Фильтр в JSON</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Примеры</translation>
    </message>
    <message>
        <source>Lays the query out on lines. Its meaning does not change.</source>
        <translation>Разложит фильтр по строкам. Смысл не изменится.</translation>
    </message>
</context>
<context>
    <name>JsonPane</name>
    <message>
        <source>Format</source>
        <translation>Форматировать</translation>
    </message>
    <message>
        <source>Line {line}, column {column}</source>
        <translation>Строка {line}, символ {column}</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>И ещё %Ln.</numerusform>
            <numerusform>И ещё %Ln.</numerusform>
            <numerusform>И ещё %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something went wrong in the app, so this text is not read. Change it to have it read again.</source>
        <translation>В программе произошла ошибка, поэтому этот текст не прочитан. Измените его, и программа прочитает его заново.</translation>
    </message>
    <message>
        <source>Go to the mistake</source>
        <translation>Перейти к ошибке</translation>
    </message>
    <message>
        <source>Fixes this mistake; Undo takes it back (Alt+Enter)</source>
        <translation>Исправит эту ошибку; отменить можно, как любую правку (Alt+Enter)</translation>
    </message>
</context>
<context>
    <name>KeyBox</name>
    <message>
        <source>leave the row out</source>
        <translation>исключить строку</translation>
    </message>
    <message>
        <source>take the first</source>
        <translation>взять первый</translation>
    </message>
    <message>
        <source>take the last</source>
        <translation>взять последний</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>People are found by the column</source>
        <translation>Людей искать по столбцу</translation>
    </message>
    <message>
        <source>Phones without a country code are of</source>
        <translation>Страна номеров без кода</translation>
    </message>
    <message>
        <source>Where a cell has two numbers</source>
        <translation>Если в ячейке два номера</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>выберите…</translation>
    </message>
    <message>
        <source>field {name}</source>
        <translation>поле {name}</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Что в нём</translation>
    </message>
</context>
<context>
    <name>KeyValueRow</name>
    <message>
        <source>key</source>
        <translation>ключ</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>yes/no</source>
        <translation>да/нет</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Type of the value</source>
        <translation>Тип значения</translation>
    </message>
    <message>
        <source>Remove this key</source>
        <translation>Убрать этот ключ</translation>
    </message>
    <message>
        <source>Edit the value in a larger window (F2)</source>
        <translation>Изменить значение в большом окне (F2)</translation>
    </message>
    <message>
        <source>Value of “{key}”</source>
        <translation>Значение «{key}»</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Longer than a line. Enter or F2 opens it.</source>
        <translation>Длиннее строки. Открыть: Enter или F2.</translation>
    </message>
</context>
<context>
    <name>KeyValuesField</name>
    <message>
        <source>+ Add a key</source>
        <translation>+ Добавить ключ</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>As JSON: {table}</source>
        <translation>В виде JSON: {table}</translation>
    </message>
    <message>
        <source>Paste JSON…</source>
        <translation>Вставить JSON…</translation>
    </message>
    <message>
        <source>Edit all as JSON…</source>
        <translation>Изменить всё как JSON…</translation>
    </message>
    <message>
        <source>Add a key: {table}</source>
        <translation>Добавить ключ: {table}</translation>
    </message>
    <message>
        <source>Line {line}, column {column}</source>
        <translation>Строка {line}, символ {column}</translation>
    </message>
    <message>
        <source>Paste JSON</source>
        <translation>Вставить JSON</translation>
    </message>
    <message>
        <source>Each key of the object becomes a row. A key that is there already gets the new value.</source>
        <translation>Каждый ключ объекта станет строкой. Если такой ключ уже есть, он получит новое значение.</translation>
    </message>
    <message>
        <source>Add the keys</source>
        <translation>Добавить ключи</translation>
    </message>
    <message>
        <source>Edit all as JSON</source>
        <translation>Изменить всё как JSON</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message numerus="yes">
        <source>The table has %Ln key(s) now.</source>
        <translation>
            <numerusform>Теперь в таблице %Ln ключ.</numerusform>
            <numerusform>Теперь в таблице %Ln ключа.</numerusform>
            <numerusform>Теперь в таблице %Ln ключей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Added: {keys}.</source>
        <translation>Добавлено: {keys}.</translation>
    </message>
    <message>
        <source>Replaced: {keys}.</source>
        <translation>Заменено: {keys}.</translation>
    </message>
    <message>
        <source>Nothing new: every key has this value already.</source>
        <translation>Ничего нового: у всех ключей уже такие значения.</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %Ln more</source>
        <translation>
            <numerusform>{names} и ещё %Ln</numerusform>
            <numerusform>{names} и ещё %Ln</numerusform>
            <numerusform>{names} и ещё %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Nothing was pasted: this is not a JSON object. {place}: {problem}</source>
        <translation>Ничего не вставлено: это не объект JSON. {place}: {problem}</translation>
    </message>
    <message>
        <source>The whole table as one object. It replaces all rows.</source>
        <translation>Вся таблица одним объектом. Он заменит все строки.</translation>
    </message>
</context>
<context>
    <name>KeysQuestion</name>
    <message>
        <source>Copy with keys</source>
        <translation>Скопировать с ключами</translation>
    </message>
    <message>
        <source>Copy the command with the keys of “{account}”?</source>
        <translation>Скопировать команду с ключами «{account}»?</translation>
    </message>
    <message>
        <source>Whoever gets the text, or reads the clipboard, can send with these keys to anyone. Keep it out of chats, tickets and shared notes.</source>
        <translation>Кто получит этот текст или прочитает буфер обмена, сможет с этими ключами отправить что угодно кому угодно. Не вставляйте его в чаты, задачи и общие заметки.</translation>
    </message>
    <message>
        <source>It goes to EVERYONE in “{collection}”.</source>
        <translation>Она отправляет ВСЕМ в «{collection}».</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>It sends as soon as it is run: nothing is counted or asked first, and the history here does not show it.</source>
        <translation>Команда отправит сообщение сразу, как её запустят: без подсчёта и вопросов, и в истории этого не будет.</translation>
    </message>
</context>
<context>
    <name>KeysStayQuestion</name>
    <message>
        <source>{why}

If you delete the account now, its keys may stay in the keyring.</source>
        <translation>{why}

Если удалить аккаунт сейчас, его ключи могут остаться в хранилище.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Не удалять</translation>
    </message>
    <message>
        <source>Keys not deleted</source>
        <translation>Ключи не удалены</translation>
    </message>
    <message>
        <source>The keys of “{name}” could not be deleted from the keyring, if it has any.</source>
        <translation>Не удалось удалить ключи «{name}» из хранилища, если они там есть.</translation>
    </message>
    <message>
        <source>Delete anyway</source>
        <translation>Всё равно удалить</translation>
    </message>
</context>
<context>
    <name>KindBox</name>
    <message>
        <source>Kind of value</source>
        <translation>Тип значения</translation>
    </message>
    <message>
        <source>Kind of value: {kind}</source>
        <translation>Тип значения: {kind}</translation>
    </message>
</context>
<context>
    <name>LaterBar</name>
    <message>
        <source>Send now…</source>
        <translation>Отправить сейчас…</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>Другое время…</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Отменить отправку</translation>
    </message>
    <message numerus="yes">
        <source>{words} (And %Ln more.)</source>
        <translation>
            <numerusform>{words} (И&#xa0;ещё&#xa0;%Ln.)</numerusform>
            <numerusform>{words} (И&#xa0;ещё&#xa0;%Ln.)</numerusform>
            <numerusform>{words} (И&#xa0;ещё&#xa0;%Ln.)</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>Показать план</translation>
    </message>
    <message>
        <source>Open the campaign</source>
        <translation>Открыть кампанию</translation>
    </message>
</context>
<context>
    <name>LaterConfirmDialog</name>
    <message>
        <source>Send this message later?</source>
        <translation>Отправить это сообщение позже?</translation>
    </message>
    <message>
        <source>Relative dates of the audience are worked out anew then.</source>
        <translation>Относительные даты аудитории будут вычислены заново в это время.</translation>
    </message>
    <message>
        <source>{when}. {dates}</source>
        <translation>{when}. {dates}</translation>
    </message>
    <message>
        <source>{send} {on_day}</source>
        <comment>Send to 263 devices + on 2 Dec at 09:00</comment>
        <translation>{send} {on_day}</translation>
    </message>
</context>
<context>
    <name>LaterDialog</name>
    <message>
        <source>Send later</source>
        <translation>Отправить позже</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Дата и время</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>Send in the quiet hours anyway</source>
        <translation>Всё равно отправить в тихие часы</translation>
    </message>
    <message>
        <source>Continue…</source>
        <translation>Продолжить…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>When should it be sent?</source>
        <translation>Когда отправить?</translation>
    </message>
    <message>
        <source>This app sends it, so leave the app and the computer on. The audience is counted again then. If the app is closed or the computer asleep for more than 10 minutes past the time, you are asked.</source>
        <translation>Сообщение отправит эта программа: не закрывайте её и не выключайте компьютер. В назначенное время аудитория будет подсчитана заново. Если программа закрыта или компьютер спит и после назначенного времени прошло больше 10 минут, программа сначала спросит вас.</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Через час</translation>
    </message>
    <message>
        <source>This evening</source>
        <translation>Сегодня вечером</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Завтра утром</translation>
    </message>
    <message>
        <source>Monday morning</source>
        <translation>В понедельник утром</translation>
    </message>
    <message>
        <source>This time has passed. Choose a later one.</source>
        <translation>Это время уже прошло. Выберите более позднее.</translation>
    </message>
</context>
<context>
    <name>LaterFlow</name>
    <message>
        <source>The relative dates of the audience cannot be worked out.</source>
        <translation>Не удалось вычислить относительные даты аудитории.</translation>
    </message>
    <message>
        <source>The time has passed meanwhile. Choose a later one.</source>
        <translation>Назначенное время уже прошло. Выберите более позднее.</translation>
    </message>
    <message>
        <source>It was sent or cancelled already.</source>
        <translation>Сообщение уже отправлено или отменено.</translation>
    </message>
    <message>
        <source>It cannot be saved as it is.</source>
        <translation>В таком виде это сохранить нельзя.</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Ничего не отправлено</translation>
    </message>
    <message>
        <source>Nothing was planned or sent.</source>
        <translation>Ничего не запланировано и не отправлено.</translation>
    </message>
</context>
<context>
    <name>LaterPresenter</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Change the time</source>
        <translation>Изменить время</translation>
    </message>
    <message>
        <source>It cannot be sent as it is: {problem} “Edit” puts it into the form.</source>
        <translation>В таком виде отправить нельзя: {problem} Кнопка «Изменить» откроет сообщение в форме.</translation>
    </message>
    <message>
        <source>“{title}” is planned: {when}.</source>
        <translation>Сообщение «{title}» запланировано: {when}.</translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>Показать план</translation>
    </message>
    <message>
        <source>It was sent or cancelled already.</source>
        <translation>Сообщение уже отправлено или отменено.</translation>
    </message>
    <message>
        <source>This time has passed, so nothing was changed. Choose a later one.</source>
        <translation>Это время уже прошло, поэтому ничего не изменилось. Выберите более позднее.</translation>
    </message>
    <message>
        <source>The keyring did not give the keys, so nothing was planned. Start the campaign by hand.</source>
        <translation>Хранилище ключей не отдало ключи, поэтому ничего не запланировано. Начните кампанию вручную.</translation>
    </message>
    <message>
        <source>“{title}” was removed from the plan and will not be sent.</source>
        <translation>Сообщение «{title}» снято с плана и не будет отправлено.</translation>
    </message>
    <message>
        <source>The account has changed since the check, so nothing was planned.</source>
        <translation>Аккаунт изменился после проверки, поэтому ничего не запланировано.</translation>
    </message>
</context>
<context>
    <name>LibraryDetails</name>
    <message>
        <source>What is selected</source>
        <translation>Выбранное</translation>
    </message>
</context>
<context>
    <name>LibraryDialog</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Метки через запятую</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>Nothing found. Use fewer words.</source>
        <translation>Ничего не нашлось. Уберите часть слов.</translation>
    </message>
    <message>
        <source>Nothing found. Use fewer words, or choose “All tags”.</source>
        <translation>Ничего не нашлось. Уберите часть слов или выберите «Все метки».</translation>
    </message>
    <message>
        <source>It could not be saved. Is the disk full, or the folder read-only?</source>
        <translation>Сохранить не удалось. Может быть, диск заполнен или папка доступна только для чтения?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>LibraryImport</name>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>What to do with “{name}”</source>
        <translation>Что сделать с «{name}»</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Оставить и то и другое</translation>
    </message>
    <message>
        <source>Replace mine</source>
        <translation>Заменить имеющееся</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>new</source>
        <translation>такого ещё нет</translation>
    </message>
    <message numerus="yes">
        <source>%Ln will be replaced</source>
        <translation>
            <numerusform>%Ln заменится</numerusform>
            <numerusform>%Ln заменятся</numerusform>
            <numerusform>%Ln заменятся</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln пропустится</numerusform>
            <numerusform>%Ln пропустятся</numerusform>
            <numerusform>%Ln пропустятся</numerusform>
        </translation>
    </message>
    <message>
        <source>These contained keys of an account, which were left out: {names}</source>
        <translation>Здесь были ключи аккаунта, они пропущены: {names}</translation>
    </message>
    <message>
        <source>For all names that are taken</source>
        <translation>Для всех занятых названий</translation>
    </message>
    <message>
        <source>For all names that are taken…</source>
        <translation>Для всех занятых названий…</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more: new names are added, for taken names see the choice below</source>
        <translation>
            <numerusform>и ещё %Ln: с новым названием добавится, с занятым&#xa0;— по выбору внизу</numerusform>
            <numerusform>и ещё %Ln: с новыми названиями добавятся, с занятыми&#xa0;— по выбору внизу</numerusform>
            <numerusform>и ещё %Ln: с новыми названиями добавятся, с занятыми&#xa0;— по выбору внизу</numerusform>
        </translation>
    </message>
    <message>
        <source>is there already, identical</source>
        <translation>уже есть, точно то же</translation>
    </message>
    <message>
        <source>this name is taken</source>
        <translation>это название занято</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
    </message>
</context>
<context>
    <name>LibraryList</name>
    <message>
        <source>Show what has this tag</source>
        <translation>Показать только с этой меткой</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Порядок в списке</translation>
    </message>
    <message>
        <source>Latest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>По названию</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Все метки</translation>
    </message>
    <message>
        <source>Beginnings of words; all of them must match</source>
        <translation>Начала слов; найдётся то, где есть все</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Списки</translation>
    </message>
</context>
<context>
    <name>LibraryPresenter</name>
    <message>
        <source>Library</source>
        <translation>Библиотека</translation>
    </message>
</context>
<context>
    <name>LibraryView</name>
    <message>
        <source>Tags…</source>
        <translation>Метки…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Создать копию</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Only the selected…</source>
        <translation>Только выбранные…</translation>
    </message>
</context>
<context>
    <name>LinesEdit</name>
    <message>
        <source>What you pasted is JSON without a list of values. Nothing was changed.</source>
        <translation>Вставлен JSON, в котором нет списка значений. Ничего не изменилось.</translation>
    </message>
    <message>
        <source>What you pasted is too long to be read at once: paste it in parts. Nothing was changed.</source>
        <translation>Вставленный текст слишком длинный, чтобы прочитать его за один раз: вставьте его по частям. Ничего не изменилось.</translation>
    </message>
</context>
<context>
    <name>LockedClause</name>
    <message>
        <source>Always added: {clause}</source>
        <translation>Всегда добавляется: {clause}</translation>
    </message>
    <message>
        <source>A condition of the account. Change it in Accounts.</source>
        <translation>Условие аккаунта. Изменить его можно в окне «Аккаунты».</translation>
    </message>
</context>
<context>
    <name>LoginDialog</name>
    <message>
        <source>Log in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>A user of the application “{name}” who may send messages.</source>
        <translation>Нужен пользователь приложения «{name}» с правом отправлять сообщения.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>It goes to the server once, to get a session, and is kept nowhere.</source>
        <translation>Уйдёт на сервер один раз, чтобы получить сессию, и нигде не сохранится.</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Вход…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Электронная почта</translation>
    </message>
</context>
<context>
    <name>LongText</name>
    <message>
        <source>This is only the beginning.</source>
        <translation>Показано только начало.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать целиком</translation>
    </message>
    <message>
        <source>Show all: {title}</source>
        <translation>Показать целиком: {title}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{account} — Scoro Desktop</source>
        <translation>{account}&#xa0;— Scoro Desktop</translation>
    </message>
    <message numerus="yes">
        <source>Sending… %Ln message(s) under way</source>
        <translation>
            <numerusform>Отправляется %Ln сообщение…</numerusform>
            <numerusform>Отправляются %Ln сообщения…</numerusform>
            <numerusform>Отправляется %Ln сообщений…</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the system keyring for the keys of this account…</source>
        <translation>Чтение ключей аккаунта из системного хранилища…</translation>
    </message>
    <message>
        <source>Write a message, then choose who gets it.</source>
        <translation>Напишите сообщение и выберите, кому его отправить.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Черновики</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Audiences</source>
        <translation>Аудитории</translation>
    </message>
    <message>
        <source>Recording it in the history before sending…</source>
        <translation>Запись в историю перед отправкой…</translation>
    </message>
</context>
<context>
    <name>ManyDialog</name>
    <message>
        <source>One value on each line. Paste a column of a spreadsheet, lines or a list.</source>
        <translation>По одному значению на строке. Вставьте столбец таблицы, строки или список.</translation>
    </message>
    <message>
        <source>Keep each value once</source>
        <translation>Убрать повторы</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln значение</numerusform>
            <numerusform>%Ln значения</numerusform>
            <numerusform>%Ln значений</numerusform>
        </translation>
    </message>
    <message>
        <source>{values}, {repeated}</source>
        <translation>{values}, {repeated}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them repeated</source>
        <translation>
            <numerusform>из них %Ln повтор</numerusform>
            <numerusform>из них %Ln повтора</numerusform>
            <numerusform>из них %Ln повторов</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
</context>
<context>
    <name>ManyValues</name>
    <message>
        <source>Edit the list…</source>
        <translation>Изменить список…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Offers known values for the line that the cursor is in (Ctrl+Space)</source>
        <translation>Предложит известные значения для строки, где стоит курсор (Ctrl+Пробел)</translation>
    </message>
    <message>
        <source>{name}: edit the list</source>
        <translation>{name}: изменить список</translation>
    </message>
    <message>
        <source>{name}: known values</source>
        <translation>{name}: известные значения</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln значение</numerusform>
            <numerusform>%Ln значения</numerusform>
            <numerusform>%Ln значений</numerusform>
        </translation>
    </message>
    <message>
        <source>{values}: {first}…</source>
        <translation>{values}: {first}…</translation>
    </message>
    <message>
        <source>one value per line; paste many at once</source>
        <translation>по одному на строке; можно вставить сразу много</translation>
    </message>
</context>
<context>
    <name>MessageCard</name>
    <message>
        <source>(no text)</source>
        <translation>(без текста)</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Аудитория</translation>
    </message>
</context>
<context>
    <name>MessageParts</name>
    <message>
        <source>(no text)</source>
        <translation>(без текста)</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Android</source>
        <translation>Android</translation>
    </message>
    <message>
        <source>iPhone</source>
        <translation>iPhone</translation>
    </message>
</context>
<context>
    <name>MessagePresenter</name>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} и {other}</translation>
    </message>
    <message>
        <source>Correct the message and send it. On {devices} devices that still show the first, it takes its place; elsewhere it arrives as a new one.</source>
        <translation>Исправьте сообщение и отправьте: на устройствах {devices}, где первое ещё показано, оно займёт его место, на остальных придёт как новое.</translation>
    </message>
    <message>
        <source>{name} — {word}</source>
        <translation>{name}&#xa0;— {word}</translation>
    </message>
    <message>
        <source>It was sent through {then}. From here it goes out through {now}.</source>
        <translation>Сообщение ушло через {then}. Отсюда оно уйдёт через {now}.</translation>
    </message>
    <message>
        <source>“{title}” cannot be corrected: it was sent without a tag or collapse id by which a later message could replace it. Leave “Replaceable” ticked next time. This one can be used again.</source>
        <translation>«{title}» нельзя исправить: при отправке не было тега или ID для замены, по которым его заменило бы следующее. В следующий раз не снимайте отметку «Заменяемое». Это сообщение можно взять за основу.</translation>
    </message>
</context>
<context>
    <name>MessageShown</name>
    <message>
        <source>The message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>In full ({where})</source>
        <translation>Полностью ({where})</translation>
    </message>
</context>
<context>
    <name>MessageTools</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Opens a draft, a template or a curl command in the form</source>
        <translation>Откроет в форме черновик, шаблон или команду curl</translation>
    </message>
    <message>
        <source>Saves this message under a name, to find it again</source>
        <translation>Сохранит сообщение под названием, чтобы найти его позже</translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>Choose a date…</source>
        <translation>Выбрать дату…</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Без даты</translation>
    </message>
    <message>
        <source>{name}: no date</source>
        <translation>{name}: без даты</translation>
    </message>
    <message>
        <source>In…</source>
        <translation>Через…</translation>
    </message>
    <message>
        <source>another number…</source>
        <translation>другой срок…</translation>
    </message>
    <message>
        <source>{name}: choose a date</source>
        <translation>{name}: выбрать дату</translation>
    </message>
    <message>
        <source>{name}, time zone</source>
        <translation>{name}, часовой пояс</translation>
    </message>
    <message>
        <source>{name}: time from now</source>
        <translation>{name}: через сколько времени</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>Calendar of the month</source>
        <translation>Календарь на месяц</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>More ways to send</source>
        <translation>Другие способы отправки</translation>
    </message>
    <message>
        <source>Send later, or see what is planned</source>
        <translation>Отправить позже или посмотреть, что запланировано</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>NewText</name>
    <message>
        <source>Use it for the rest</source>
        <translation>Отправить остальным этот текст</translation>
    </message>
    <message>
        <source>Keep the earlier text</source>
        <translation>Оставить прежний текст</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people of the rest would get this:</source>
        <translation>
            <numerusform>Этот текст получит ещё %Ln человек:</numerusform>
            <numerusform>Этот текст получат ещё %Ln человека:</numerusform>
            <numerusform>Этот текст получат ещё %Ln человек:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(без текста)</translation>
    </message>
    <message>
        <source>Note beside this send</source>
        <translation>Заметка к этой отправке</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>It stays on this computer. Ctrl+Enter saves it.</source>
        <translation>Остаётся на этом компьютере. Ctrl+Enter&#xa0;— сохранить.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>NoteKeeper</name>
    <message>
        <source>The note could not be saved: {detail}</source>
        <translation>Не удалось сохранить заметку: {detail}</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>Закрыть это уведомление</translation>
    </message>
</context>
<context>
    <name>OfferingLine</name>
    <message>
        <source>Known values (arrow down)</source>
        <translation>Известные значения (стрелка вниз)</translation>
    </message>
    <message>
        <source>Known values</source>
        <translation>Известные значения</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Known values</source>
        <translation>Известные значения</translation>
    </message>
</context>
<context>
    <name>OperatorPricesEdit</name>
    <message>
        <source>Operator</source>
        <translation>Оператор</translation>
    </message>
    <message>
        <source>Numbers begin with</source>
        <translation>Номера начинаются с</translation>
    </message>
    <message>
        <source>Price of a part</source>
        <translation>Цена части</translation>
    </message>
    <message>
        <source>Prices by operator</source>
        <translation>Цены по операторам</translation>
    </message>
    <message>
        <source>+ Operator</source>
        <translation>+ Оператор</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Sending…</source>
        <translation>Отправляется…</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Не отправлено</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>песочница</translation>
    </message>
    <message>
        <source>test</source>
        <translation>тестовая</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>РАБОЧАЯ</translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln устройство</numerusform>
            <numerusform>%Ln устройства</numerusform>
            <numerusform>%Ln устройств</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln пользователь</numerusform>
            <numerusform>%Ln пользователя</numerusform>
            <numerusform>%Ln пользователей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln получатель</numerusform>
            <numerusform>%Ln получателя</numerusform>
            <numerusform>%Ln получателей</numerusform>
        </translation>
    </message>
    <message>
        <source>Everyone in {collection}</source>
        <translation>Все в коллекции {collection}</translation>
    </message>
    <message>
        <source>Part of {collection}</source>
        <translation>Часть коллекции {collection}</translation>
    </message>
    <message>
        <source>Everyone: {count}</source>
        <translation>Все: {count}</translation>
    </message>
    <message>
        <source>{count} of {expected}</source>
        <translation>{count} из {expected}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}&#xa0;с</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes}&#xa0;мин {seconds}&#xa0;с</translation>
    </message>
    <message>
        <source>The proxy of your network could not be reached, or did not let the app through.</source>
        <translation>Прокси вашей сети недоступен или не пропустил программу.</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy setting cannot be read, so nothing was tried.</source>
        <translation>Не удаётся прочитать настройку прокси на этом компьютере, поэтому отправки не было.</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy setting names a kind of proxy that the app cannot use: it knows http and https.</source>
        <translation>В настройках этого компьютера указан прокси такого вида, с которым программа не работает: поддерживаются http и https.</translation>
    </message>
    <message>
        <source>The file of certificates that this computer&apos;s settings name (REQUESTS_CA_BUNDLE or CURL_CA_BUNDLE) cannot be read, so nothing was tried.</source>
        <translation>Не удаётся прочитать файл сертификатов, указанный в настройках этого компьютера (REQUESTS_CA_BUNDLE или CURL_CA_BUNDLE), поэтому отправки не было.</translation>
    </message>
    <message>
        <source>The message left, and the server pointed to another address (status {status}), which does not tell what became of it. The app did not follow: your keys stay where they belong.</source>
        <translation>Сообщение ушло, а сервер указал на другой адрес (код {status}): что стало с сообщением, из этого не понять. Программа туда не перешла: ваши ключи остались у вас.</translation>
    </message>
    <message>
        <source>Correct it, or ask whoever runs your network: it looks like http://proxy:3128, and in a name or a password signs such as # and / are written as %23 and %2F. Then start the app again and use the message again.</source>
        <translation>Исправьте её сами или спросите администратора сети: она выглядит как http://proxy:3128, а знаки вроде # и / в имени и пароле пишутся как %23 и %2F. Потом перезапустите программу, возьмите сообщение за основу и отправьте заново.</translation>
    </message>
    <message>
        <source>Correct the setting or the file, or ask whoever runs your network. Then start the app again and use the message again.</source>
        <translation>Исправьте настройку или файл сами или спросите администратора сети. Потом перезапустите программу, возьмите сообщение за основу и отправьте заново.</translation>
    </message>
    <message>
        <source>The server failed</source>
        <translation>Сбой на сервере</translation>
    </message>
    <message>
        <source>Refused without a reason</source>
        <translation>Отказ без причины</translation>
    </message>
    <message>
        <source>Account not complete</source>
        <translation>Аккаунт не заполнен</translation>
    </message>
    <message>
        <source>Server not found</source>
        <translation>Сервер не найден</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Нет соединения</translation>
    </message>
    <message>
        <source>No connection in time</source>
        <translation>Не дождались соединения</translation>
    </message>
    <message>
        <source>Connection not secure</source>
        <translation>Соединение не защищено</translation>
    </message>
    <message>
        <source>Stopped by the proxy</source>
        <translation>Прокси не пропустил</translation>
    </message>
    <message>
        <source>Proxy wants a password</source>
        <translation>Прокси требует пароль</translation>
    </message>
    <message>
        <source>Proxy setting not readable</source>
        <translation>Настройка прокси не прочитана</translation>
    </message>
    <message>
        <source>Kind of proxy not supported</source>
        <translation>Такой прокси не поддерживается</translation>
    </message>
    <message>
        <source>Certificates not readable</source>
        <translation>Сертификаты не прочитаны</translation>
    </message>
    <message>
        <source>Connection broke</source>
        <translation>Соединение оборвалось</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Не дождались ответа</translation>
    </message>
    <message>
        <source>Answer broke off</source>
        <translation>Ответ оборвался</translation>
    </message>
    <message>
        <source>Answer too long</source>
        <translation>Ответ слишком длинный</translation>
    </message>
    <message>
        <source>Answer not understood</source>
        <translation>Ответ не разобран</translation>
    </message>
    <message>
        <source>Answered by a gateway</source>
        <translation>Ответил шлюз</translation>
    </message>
    <message>
        <source>App closed before the answer</source>
        <translation>Программу закрыли до ответа</translation>
    </message>
    <message>
        <source>App closed before its turn</source>
        <translation>Программу закрыли до отправки</translation>
    </message>
    <message>
        <source>The message is on its way. The server has not answered yet.</source>
        <translation>Сообщение в пути. Сервер ещё не ответил.</translation>
    </message>
    <message>
        <source>The server took the message.</source>
        <translation>Сервер принял сообщение.</translation>
    </message>
    <message>
        <source>The server refused the request with status {status} and gave no reason.</source>
        <translation>Сервер отклонил запрос с кодом {status} и не назвал причину.</translation>
    </message>
    <message>
        <source>The server pointed to another address. The app did not follow: your keys stay where they belong.</source>
        <translation>Сервер направил на другой адрес. Программа туда не перешла: ваши ключи остались у вас.</translation>
    </message>
    <message>
        <source>Check the audience, then send it again: “Use again” in History puts it into the form.</source>
        <translation>Проверьте аудиторию и отправьте снова: «Взять за основу» в истории вернёт сообщение в форму.</translation>
    </message>
    <message>
        <source>Check the account, then send it again: “Use again” in History puts it into the form.</source>
        <translation>Проверьте аккаунт и отправьте снова: «Взять за основу» в истории вернёт сообщение в форму.</translation>
    </message>
    <message>
        <source>Something that is needed to send is missing from the account, so nothing was tried.</source>
        <translation>В аккаунте не хватает данных для отправки, поэтому она не начиналась.</translation>
    </message>
    <message>
        <source>The server could not be found by its name.</source>
        <translation>Сервер с таким именем не нашёлся.</translation>
    </message>
    <message>
        <source>Nothing answers at the server&apos;s address.</source>
        <translation>По адресу сервера никто не отвечает.</translation>
    </message>
    <message>
        <source>No connection to the server could be made in time.</source>
        <translation>Не удалось вовремя соединиться с сервером.</translation>
    </message>
    <message>
        <source>The server could not prove who it is, so the app did not talk to it.</source>
        <translation>Сервер не смог подтвердить свою подлинность, поэтому программа ничего ему не передала.</translation>
    </message>
    <message>
        <source>The connection broke while the message was being sent.</source>
        <translation>Соединение оборвалось во время отправки.</translation>
    </message>
    <message>
        <source>The message left, but the server gave no answer in time.</source>
        <translation>Сообщение ушло, но сервер не ответил вовремя.</translation>
    </message>
    <message>
        <source>The message left, but the server&apos;s answer broke off.</source>
        <translation>Сообщение ушло, но ответ сервера оборвался.</translation>
    </message>
    <message>
        <source>The message left, but the server&apos;s answer was too long to be read.</source>
        <translation>Сообщение ушло, но ответ сервера слишком длинный, чтобы его прочитать.</translation>
    </message>
    <message>
        <source>The message left, but the server&apos;s answer could not be understood.</source>
        <translation>Сообщение ушло, но ответ сервера не удалось разобрать.</translation>
    </message>
    <message>
        <source>The message left, but something in front of the server answered in its place: status {status}.</source>
        <translation>Сообщение ушло, но вместо сервера ответил промежуточный узел: код {status}.</translation>
    </message>
    <message>
        <source>The app was closed before the server&apos;s answer came.</source>
        <translation>Программу закрыли раньше, чем пришёл ответ сервера.</translation>
    </message>
    <message>
        <source>The app was closed before it was this message&apos;s turn.</source>
        <translation>Программу закрыли раньше, чем до сообщения дошла очередь.</translation>
    </message>
    <message>
        <source>The app met an error of its own before the message left.</source>
        <translation>До отправки сообщения в самой программе произошла ошибка.</translation>
    </message>
    <message>
        <source>The account of the message was changed or deleted before the message left.</source>
        <translation>Аккаунт, с которого отправлялось сообщение, изменили или удалили до отправки.</translation>
    </message>
    <message>
        <source>It was to leave more than 10 minutes later than you confirmed it: the computer may have slept.</source>
        <translation>Сообщение ушло бы больше чем через 10 минут после вашего подтверждения: возможно, компьютер спал.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Пока ничего не отправлено.</translation>
    </message>
    <message>
        <source>Pointed to another address</source>
        <translation>Указал на другой адрес</translation>
    </message>
    <message>
        <source>App error before it left</source>
        <translation>Ошибка программы до отправки</translation>
    </message>
    <message>
        <source>Account changed before it left</source>
        <translation>Аккаунт изменён до отправки</translation>
    </message>
    <message>
        <source>Much later than it was confirmed</source>
        <translation>Намного позже подтверждения</translation>
    </message>
    <message>
        <source>Keys not accepted</source>
        <translation>Ключи не приняты</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Нет доступа</translation>
    </message>
    <message>
        <source>Nothing at this address</source>
        <translation>По адресу ничего нет</translation>
    </message>
    <message>
        <source>Takes no messages</source>
        <translation>Не принимает сообщения</translation>
    </message>
    <message>
        <source>Request too large</source>
        <translation>Запрос слишком велик</translation>
    </message>
    <message>
        <source>Asked too often</source>
        <translation>Слишком много запросов</translation>
    </message>
    <message>
        <source>The server, or something in front of it, did not accept the keys or the session: status {status}.</source>
        <translation>Сервер (или то, что стоит перед ним) не принял ключи или сессию: код {status}.</translation>
    </message>
    <message>
        <source>The server, or something in front of it, does not allow this: status {status}.</source>
        <translation>Сервер (или то, что стоит перед ним) этого не разрешает: код {status}.</translation>
    </message>
    <message>
        <source>The server has nothing at this address: status {status}.</source>
        <translation>По этому адресу на сервере ничего нет: код {status}.</translation>
    </message>
    <message>
        <source>The server takes no messages at this address: status {status}.</source>
        <translation>По этому адресу сервер не принимает сообщения: код {status}.</translation>
    </message>
    <message>
        <source>The request is too large for the server, or for something in front of it: status {status}.</source>
        <translation>Запрос слишком велик для сервера или для того, что стоит перед ним: код {status}.</translation>
    </message>
    <message>
        <source>The server was asked too often: status {status}.</source>
        <translation>К серверу обращались слишком часто: код {status}.</translation>
    </message>
    <message>
        <source>The server refused the message: “{message}” (code {code}).</source>
        <translation>Сервер отклонил сообщение: «{message}» (код {code}).</translation>
    </message>
    <message>
        <source>The server refused the message: “{message}”.</source>
        <translation>Сервер отклонил сообщение: «{message}».</translation>
    </message>
    <message>
        <source>The server refused the message with code {code}.</source>
        <translation>Сервер отклонил сообщение с кодом {code}.</translation>
    </message>
    <message>
        <source>The server refused the message and gave no reason.</source>
        <translation>Сервер отклонил сообщение и не назвал причину.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Ничего не отправлено.</translation>
    </message>
    <message>
        <source>It may have reached everyone it was meant for, some of them, or nobody.</source>
        <translation>Его могли получить все, кому оно предназначалось, часть из них или никто.</translation>
    </message>
    <message>
        <source>It was sent to nobody.</source>
        <translation>Оно никому не отправлено.</translation>
    </message>
    <message>
        <source>It was sent to {recipients}.</source>
        <translation>Получатели: {recipients}.</translation>
    </message>
    <message>
        <source>They are samples: nothing left this computer.</source>
        <translation>Они вымышленные: за пределы компьютера ничего не ушло.</translation>
    </message>
    <message>
        <source>Wait for the answer. Sending it again now could reach people twice.</source>
        <translation>Дождитесь ответа. Если отправить снова сейчас, люди могут получить сообщение дважды.</translation>
    </message>
    <message>
        <source>Find out before you send it again, or people may get it twice: look at a device of your own that should have it, or ask your developer to look on the server. “Count again” tells how many it would reach now.</source>
        <translation>Выясните, ушло ли сообщение, прежде чем отправлять снова, иначе люди могут получить его дважды. Посмотрите на своём устройстве, которое должно было его получить, или попросите разработчика проверить на сервере. «Пересчитать» покажет, сколько получателей было бы сейчас.</translation>
    </message>
    <message>
        <source>Before sending, {expected} matched. The audience may have changed since, or some cannot get messages.</source>
        <translation>Перед отправкой насчитали другое: {expected}. С тех пор аудитория могла измениться, или часть получателей не может принимать сообщения.</translation>
    </message>
    <message>
        <source>The message left, and the server answered with an error that does not tell what became of it: “{message}” (code {code}).</source>
        <translation>Сообщение ушло, а сервер ответил ошибкой, из которой не понять, что с ним стало: «{message}» (код {code}).</translation>
    </message>
    <message>
        <source>The message left, and the server answered with an error that does not tell what became of it: “{said}”.</source>
        <translation>Сообщение ушло, а сервер ответил ошибкой, из которой не понять, что с ним стало: «{said}».</translation>
    </message>
    <message>
        <source>The message left, and the server answered with an error and no reason: status {status}.</source>
        <translation>Сообщение ушло, а сервер ответил ошибкой и не назвал причину: код {status}.</translation>
    </message>
    <message>
        <source>Make the request smaller: fewer values in the audience, or less data in the message. Then use it again.</source>
        <translation>Уменьшите запрос: меньше значений в аудитории или меньше данных в сообщении. Потом возьмите сообщение за основу и отправьте заново.</translation>
    </message>
    <message>
        <source>Wait a minute, then use it again. If it happens often, lower the requests a second in the account.</source>
        <translation>Подождите минуту, возьмите сообщение за основу и отправьте заново. Если это повторяется, уменьшите число запросов в секунду в аккаунте.</translation>
    </message>
    <message>
        <source>Check the address in the account: it may not be the one of the API. Then use it again.</source>
        <translation>Проверьте адрес в аккаунте: возможно, это не адрес API. Потом возьмите сообщение за основу и отправьте заново.</translation>
    </message>
    <message>
        <source>Open the account, complete it or log in again, and then use the message again.</source>
        <translation>Откройте аккаунт, заполните его или войдите снова. Потом возьмите сообщение за основу и отправьте заново.</translation>
    </message>
    <message>
        <source>Check your connection and the address in the account. Then use it again.</source>
        <translation>Проверьте подключение к сети и адрес в аккаунте. Потом возьмите сообщение за основу и отправьте заново.</translation>
    </message>
    <message>
        <source>Check the address in the account and the clock of this computer, or ask whoever runs your network. Then use it again.</source>
        <translation>Проверьте адрес в аккаунте и часы компьютера или спросите администратора сети. Потом возьмите сообщение за основу и отправьте заново.</translation>
    </message>
    <message>
        <source>Ask whoever runs your network. Then use it again.</source>
        <translation>Спросите администратора сети. Потом возьмите сообщение за основу и отправьте заново.</translation>
    </message>
    <message>
        <source>You can use it again.</source>
        <translation>Сообщение можно взять за основу и отправить заново.</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Задержано</translation>
    </message>
    <message>
        <source>You took the message back before it left.</source>
        <translation>Вы вернули сообщение до отправки.</translation>
    </message>
    <message>
        <source>The app ended while the message was held.</source>
        <translation>Программа завершилась, пока сообщение было задержано.</translation>
    </message>
    <message>
        <source>The message left, and you stopped waiting for the answer.</source>
        <translation>Сообщение ушло, а ответа вы решили не ждать.</translation>
    </message>
    <message>
        <source>Until then “Undo” above the footer takes it back.</source>
        <translation>До этого его вернёт кнопка «Отменить» над нижней строкой.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Возвращено до отправки</translation>
    </message>
    <message>
        <source>App ended while it was held</source>
        <translation>Программа завершилась до отправки</translation>
    </message>
    <message>
        <source>History could not be written</source>
        <translation>Не удалось записать историю</translation>
    </message>
    <message>
        <source>You stopped waiting</source>
        <translation>Вы не стали ждать ответа</translation>
    </message>
    <message>
        <source>The message left, but the server, or something in front of it, gave up on the request: status {status}.</source>
        <translation>Сообщение ушло, но сервер (или то, что стоит перед ним) не довёл запрос до конца: код {status}.</translation>
    </message>
    <message>
        <source>The proxy of your network wants a user name and a password, or other ones than it was given.</source>
        <translation>Прокси вашей сети требует имя и пароль или не принял те, что получил.</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>Сервер отказал</translation>
    </message>
    <message>
        <source>Request given up</source>
        <translation>Запрос не доведён до конца</translation>
    </message>
    <message>
        <source>Check the keys in the account and what they may do, or ask whoever runs your network. Then use it again.</source>
        <translation>Проверьте ключи в аккаунте и их права или спросите администратора сети. Потом возьмите сообщение за основу и отправьте заново.</translation>
    </message>
    <message>
        <source>Check the message, the audience and the address in the account. Then use it again.</source>
        <translation>Проверьте сообщение, аудиторию и адрес в аккаунте. Потом возьмите сообщение за основу и отправьте заново.</translation>
    </message>
    <message>
        <source>Check the audience: the server found no one in it who can get this message.</source>
        <translation>Проверьте аудиторию: сервер не нашёл в ней никого, кто может получить это сообщение.</translation>
    </message>
    <message>
        <source>Check the keys in the account, and log in again if it has a session. Then use the message again.</source>
        <translation>Проверьте ключи в аккаунте, а если в нём есть сессия, войдите заново. Потом возьмите сообщение за основу и отправьте заново.</translation>
    </message>
    <message>
        <source>The message is held for a few seconds before it leaves.</source>
        <translation>Сообщение задержано на несколько секунд перед отправкой.</translation>
    </message>
    <message>
        <source>The history could not be saved when the message was due to leave, so it was not sent.</source>
        <translation>Когда сообщение должно было уйти, не удалось сохранить историю, поэтому оно не отправлено.</translation>
    </message>
    <message>
        <source>Open it to see who got it.</source>
        <translation>Откройте её, чтобы увидеть, кто получил сообщение.</translation>
    </message>
    <message>
        <source>Send it now or plan it anew: “Use again” in History puts it into the form.</source>
        <translation>Отправьте его сейчас или запланируйте заново: «Взять за основу» в истории откроет его в форме.</translation>
    </message>
    <message>
        <source>The time that the message was planned for had passed by more than 10 minutes when it was its turn.</source>
        <translation>Когда до сообщения дошла очередь, с назначенного времени прошло больше 10 минут.</translation>
    </message>
    <message>
        <source>Too late when it was its turn</source>
        <translation>Очередь дошла слишком поздно</translation>
    </message>
    <message>
        <source>Fix what the server names (the message, the audience or the account), then use it again.</source>
        <translation>Исправьте то, на что указывает сервер (сообщение, аудиторию или аккаунт), возьмите сообщение за основу и отправьте заново.</translation>
    </message>
    <message>
        <source>The message left, but the server, or something in front of it, is too busy or under maintenance: status {status}.</source>
        <translation>Сообщение ушло, но сервер или промежуточный узел перегружен или на обслуживании: код {status}.</translation>
    </message>
    <message>
        <source>Network wants a log-in</source>
        <translation>Сеть просит войти</translation>
    </message>
    <message>
        <source>Look at the plan of your application, or ask whoever pays for it. Then use it again.</source>
        <translation>Проверьте тариф своего приложения или спросите того, кто его оплачивает. Потом возьмите сообщение за основу и отправьте заново.</translation>
    </message>
    <message>
        <source>The message left, and the server answered with status {status}, which does not tell what became of it.</source>
        <translation>Сообщение ушло, но по ответу сервера (код {status}) нельзя понять, что с ним стало.</translation>
    </message>
    <message>
        <source>The message left, but your network answered in the server&apos;s place: it wants you to log in to it first, as in a hotel (status {status}).</source>
        <translation>Сообщение ушло, но вместо сервера ответила ваша сеть: сначала в неё нужно войти, как в гостинице (код {status}).</translation>
    </message>
    <message>
        <source>The server wants to be paid first: status {status}.</source>
        <translation>Сервер ждёт оплаты: код {status}.</translation>
    </message>
    <message>
        <source>Server busy</source>
        <translation>Сервер занят</translation>
    </message>
    <message>
        <source>Legal reasons</source>
        <translation>Юридический запрет</translation>
    </message>
    <message>
        <source>Ask whoever runs your network or the server. Then use it again.</source>
        <translation>Спросите администратора сети или сервера. Потом возьмите сообщение за основу и отправьте заново.</translation>
    </message>
    <message>
        <source>The message left, and the server failed: status {status}.</source>
        <translation>Сообщение ушло, но на сервере произошёл сбой: код {status}.</translation>
    </message>
    <message>
        <source>Wants to be paid</source>
        <translation>Нужна оплата</translation>
    </message>
    <message>
        <source>The server, or something in front of it, refuses this for legal reasons: status {status}.</source>
        <translation>Сервер или промежуточный узел отказал по юридическим причинам: код {status}.</translation>
    </message>
</context>
<context>
    <name>OutcomeNotice</name>
    <message>
        <source>Details</source>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>It may have gone out; do not send it again before you check.</source>
        <translation>Сообщение могло уйти; не отправляйте его снова, пока не проверите.</translation>
    </message>
    <message>
        <source>recipients unknown</source>
        <translation>число получателей неизвестно</translation>
    </message>
    <message numerus="yes">
        <source>{words} (And %Ln more held.)</source>
        <translation>
            <numerusform>{words} (И&#xa0;ещё&#xa0;%Ln&#xa0;задержано.)</numerusform>
            <numerusform>{words} (И&#xa0;ещё&#xa0;%Ln&#xa0;задержано.)</numerusform>
            <numerusform>{words} (И&#xa0;ещё&#xa0;%Ln&#xa0;задержано.)</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>It is in the form again.</source>
        <translation>Оно снова в форме.</translation>
    </message>
    <message>
        <source>Sending “{title}”: waiting for the server&apos;s answer, {seconds} s</source>
        <translation>Отправляется «{title}»: ожидание ответа сервера, {seconds}&#xa0;с</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Не ждать ответа</translation>
    </message>
    <message numerus="yes">
        <source>{words} (And %Ln more unread.)</source>
        <translation>
            <numerusform>{words} (И&#xa0;ещё %Ln&#xa0;непрочитанный результат.)</numerusform>
            <numerusform>{words} (И&#xa0;ещё %Ln&#xa0;непрочитанных результата.)</numerusform>
            <numerusform>{words} (И&#xa0;ещё %Ln&#xa0;непрочитанных результатов.)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Held: leaves in %Ln second(s). “Undo” takes it back.</source>
        <translation>
            <numerusform>Задержано: уйдёт через %Ln секунду. Кнопка «Отменить» вернёт сообщение.</numerusform>
            <numerusform>Задержано: уйдёт через %Ln секунды. Кнопка «Отменить» вернёт сообщение.</numerusform>
            <numerusform>Задержано: уйдёт через %Ln секунд. Кнопка «Отменить» вернёт сообщение.</numerusform>
        </translation>
    </message>
    <message>
        <source>Held: “{title}” · {whom} · leaves in {seconds} s. Nothing has been sent yet.</source>
        <translation>Задержано: «{title}» · {whom} · уйдёт через {seconds}&#xa0;с. Пока ничего не отправлено.</translation>
    </message>
    <message>
        <source>Waiting for the server&apos;s answer. “Stop waiting” ends that.</source>
        <translation>Сервер ещё не ответил. Кнопка «Не ждать ответа» прекратит ожидание.</translation>
    </message>
    <message>
        <source>{when} · {outcome}. {words}</source>
        <translation>{when} · {outcome}. {words}</translation>
    </message>
    <message>
        <source>It is in the form again: check the audience, then send it.</source>
        <translation>Оно снова в форме: проверьте аудиторию и отправьте его.</translation>
    </message>
    <message>
        <source>It is in the form again: check the account, then send it.</source>
        <translation>Оно снова в форме: проверьте аккаунт и отправьте его.</translation>
    </message>
</context>
<context>
    <name>OverlapFlow</name>
    <message>
        <source>Send anyway</source>
        <translation>Всё равно отправить</translation>
    </message>
    <message>
        <source>Send to them anyway</source>
        <translation>Всё равно отправить и им</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message numerus="yes">
        <source>%Ln more in all time</source>
        <translation>
            <numerusform>Ещё %Ln за всё время</numerusform>
            <numerusform>Ещё %Ln за всё время</numerusform>
            <numerusform>Ещё %Ln за всё время</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Close {page}</source>
        <translation>Закрыть: {page}</translation>
    </message>
    <message>
        <source>Close this page</source>
        <translation>Закрыть эту страницу</translation>
    </message>
    <message>
        <source>Messages by channel</source>
        <translation>Сообщения по каналам</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a command</source>
        <translation>Найти команду</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Что нужно сделать?</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>There is no such command, or it is not available now.</source>
        <translation>Такой команды нет, или сейчас её выполнить нельзя.</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
</context>
<context>
    <name>PeriodValue</name>
    <message>
        <source>choose…</source>
        <translation>выберите…</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Campaigns that this person was in</source>
        <translation>Кампании, в которых был этот человек</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Кампания</translation>
    </message>
    <message>
        <source>Open the campaign</source>
        <translation>Открыть кампанию</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>No campaign knows this person.</source>
        <translation>Ни в одной кампании этого человека нет.</translation>
    </message>
    <message>
        <source>Only the newest are shown.</source>
        <translation>Показаны только последние.</translation>
    </message>
    <message>
        <source>Is on the do-not-send list of “{account}” now. Campaigns leave them out, running ones too.</source>
        <translation>Теперь этот человек в списке «не писать» аккаунта «{account}», и кампании его пропустят, в том числе идущие.</translation>
    </message>
    <message>
        <source>Do not send to them again</source>
        <translation>Больше им не писать</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Was on the do-not-send list of “{account}” already.</source>
        <translation>Этот человек уже был в списке «не писать» аккаунта «{account}».</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Single sends go to a whole audience, and the server tells how many got them, not who: they cannot be listed here. Where the phones of a campaign were deleted, a person is found by the user id alone.</source>
        <translation>Одиночные отправки идут целой аудитории, и сервер говорит, сколько человек их получили, но не кто: здесь их не показать. Если телефоны кампании удалены, человека можно найти только по ID.</translation>
    </message>
    <message>
        <source>Phone, e-mail or user id</source>
        <translation>Телефон, почта или ID пользователя</translation>
    </message>
    <message>
        <source>Phone, e-mail or user id of the person</source>
        <translation>Телефон, почта или ID человека</translation>
    </message>
    <message>
        <source>What a person got</source>
        <translation>Что получал человек</translation>
    </message>
</context>
<context>
    <name>PersonFinder</name>
    <message>
        <source>Find a person</source>
        <translation>Найти человека</translation>
    </message>
    <message>
        <source>Phone, e-mail, user name or id</source>
        <translation>Телефон, почта, имя пользователя или ID</translation>
    </message>
    <message>
        <source>Phone, e-mail, user name or id of the person</source>
        <translation>Телефон, почта, имя пользователя или ID человека</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Найденные люди</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Try: {example}</source>
        <translation>Попробуйте: {example}</translation>
    </message>
    <message>
        <source>Finds one of the invented people of the sandbox</source>
        <translation>Найдёт одного из выдуманных людей песочницы</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Запрос к серверу…</translation>
    </message>
    <message>
        <source>Nobody has this phone, e-mail, user name or id.</source>
        <translation>Такого телефона, почты, имени пользователя или ID нет ни у кого.</translation>
    </message>
    <message numerus="yes">
        <source>Found %Ln</source>
        <translation>
            <numerusform>Найден %Ln человек</numerusform>
            <numerusform>Найдено %Ln человека</numerusform>
            <numerusform>Найдено %Ln человек</numerusform>
        </translation>
    </message>
    <message>
        <source>No device: a push does not reach this person</source>
        <translation>Нет устройств: push до этого человека не дойдёт</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>{name} × {number}</source>
        <translation>{name} × {number}</translation>
    </message>
    <message>
        <source>The search failed. {why}</source>
        <translation>Поиск не удался. {why}</translation>
    </message>
    <message>
        <source>Enter the whole number or name: this looks for one person, not for parts of a word.</source>
        <translation>Введите целиком: здесь ищут одного человека, а не часть слова.</translation>
    </message>
</context>
<context>
    <name>PersonPresenter</name>
    <message>
        <source>Choose devices or users under “Send to” first: a role is held by many people.</source>
        <translation>Сначала выберите «Кому»: устройства или пользователи. Одна роль может быть у многих людей.</translation>
    </message>
    <message>
        <source>Send to this person</source>
        <translation>Отправить этому человеку</translation>
    </message>
    <message>
        <source>Enter this account&apos;s keys to look for people.</source>
        <translation>Чтобы искать людей, введите ключи этого аккаунта.</translation>
    </message>
    <message>
        <source>My devices</source>
        <translation>Мои устройства</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Я</translation>
    </message>
    <message>
        <source>Choose a saved audience…</source>
        <translation>Выбрать сохранённую аудиторию…</translation>
    </message>
    <message>
        <source>Send trials here</source>
        <translation>Отправлять пробные сюда</translation>
    </message>
    <message>
        <source>Who gets trial sends? Find yourself; the app remembers the choice and does not ask again.</source>
        <translation>Кому уходят пробные отправки? Найдите себя: программа запомнит выбор и больше не спросит.</translation>
    </message>
</context>
<context>
    <name>PlaceButton</name>
    <message>
        <source>{page}, current page</source>
        <translation>{page}, текущая страница</translation>
    </message>
</context>
<context>
    <name>PlanEditor</name>
    <message>
        <source>“{title}” is in the form, but is still planned ({when}): it could not be saved as a draft. {reason}</source>
        <translation>Сообщение «{title}» открыто в форме, но по-прежнему стоит в плане ({when}): сохранить его как черновик не удалось. {reason}</translation>
    </message>
    <message>
        <source>Put it back on the plan</source>
        <translation>Вернуть в план</translation>
    </message>
    <message>
        <source>“{title}” is in the form and no longer planned. “Later…” plans it again.</source>
        <translation>Сообщение «{title}» открыто в форме и больше не запланировано. Чтобы запланировать его снова, нажмите «Позже…».</translation>
    </message>
    <message>
        <source>It was planned through {then}. From here it goes out through {now}.</source>
        <translation>Сообщение было запланировано через {then}. Отсюда оно уйдёт через {now}.</translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>Показать план</translation>
    </message>
</context>
<context>
    <name>PlanReach</name>
    <message>
        <source>Its account was deleted. “Edit” puts the message into the form.</source>
        <translation>Аккаунт этого сообщения удалён. Кнопка «Изменить» откроет сообщение в форме.</translation>
    </message>
    <message>
        <source>The keys of “{account}” are missing, or the keyring did not give them. Nothing was sent.</source>
        <translation>Ключей аккаунта «{account}» нет, или хранилище ключей их не отдало. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>What was saved of this message cannot be read. It can only be cancelled.</source>
        <translation>Не удалось прочитать сохранённое сообщение. Его можно только отменить.</translation>
    </message>
</context>
<context>
    <name>PlanTeller</name>
    <message>
        <source>Planned message not sent</source>
        <translation>Запланированное сообщение не отправлено</translation>
    </message>
    <message>
        <source>Planned campaign not started</source>
        <translation>Запланированная кампания не начата</translation>
    </message>
    <message numerus="yes">
        <source>%Ln planned not sent</source>
        <translation>
            <numerusform>Не отправлено запланированных: %Ln</numerusform>
            <numerusform>Не отправлено запланированных: %Ln</numerusform>
            <numerusform>Не отправлено запланированных: %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlansDialog</name>
    <message>
        <source>Planned</source>
        <translation>Запланировано</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Puts the message into the form; it is not planned any more then</source>
        <translation>Откроет сообщение в форме и снимет его с плана</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>Другое время…</translation>
    </message>
    <message>
        <source>Send now…</source>
        <translation>Отправить сейчас…</translation>
    </message>
    <message>
        <source>Shows who gets it and asks once more</source>
        <translation>Покажет, кто получит сообщение, и спросит ещё раз</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Отменить отправку</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Nothing is planned</source>
        <translation>Ничего не запланировано</translation>
    </message>
    <message>
        <source>Write a message, choose who gets it, and press the arrow beside Send: “Later…” asks when.</source>
        <translation>Напишите сообщение, выберите аудиторию и нажмите стрелку рядом с кнопкой «Отправить»: «Позже…» спросит, когда его отправить.</translation>
    </message>
    <message>
        <source>Removes it from the plan: it will not be sent</source>
        <translation>Снимет сообщение с плана: оно не будет отправлено</translation>
    </message>
</context>
<context>
    <name>PlansModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
</context>
<context>
    <name>PlansTable</name>
    <message>
        <source>What is planned, the next one first</source>
        <translation>Что запланировано, ближайшее первым</translation>
    </message>
</context>
<context>
    <name>PlatformForm</name>
    <message>
        <source>{field}, {platform}</source>
        <translation>{field}, {platform}</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>Предпросмотр</translation>
    </message>
    <message>
        <source>Show the phone in dark colours</source>
        <translation>Показать телефон в тёмных цветах</translation>
    </message>
    <message>
        <source>Dark phone</source>
        <translation>Тёмный телефон</translation>
    </message>
    <message>
        <source>The message on Android</source>
        <translation>Сообщение на Android</translation>
    </message>
    <message>
        <source>The message on iPhone</source>
        <translation>Сообщение на iPhone</translation>
    </message>
    <message>
        <source>The message as SMS</source>
        <translation>Сообщение как SMS</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>{kind}. {place}: {problem}</source>
        <translation>{kind}. {place}: {problem}</translation>
    </message>
</context>
<context>
    <name>PushForm</name>
    <message>
        <source>Android</source>
        <translation>Android</translation>
    </message>
    <message>
        <source>iPhone</source>
        <translation>iPhone</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Subtitle, sound, badge, data</source>
        <translation>Подзаголовок, звук, данные</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <comment>All other platforms</comment>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Диск</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <comment>All other platforms</comment>
        <translation>Ярлык</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Папка:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Тип файла:</translation>
    </message>
</context>
<context>
    <name>QuietHoursEdit</name>
    <message>
        <source>Ask before sending in these hours</source>
        <translation>Спрашивать перед отправкой в эти часы</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Начало тихих часов</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Конец тихих часов</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>This computer&apos;s clock</source>
        <translation>Часы этого компьютера</translation>
    </message>
</context>
<context>
    <name>QuietQuestion</name>
    <message>
        <source>Send in the quiet hours anyway</source>
        <translation>Всё равно отправить в тихие часы</translation>
    </message>
</context>
<context>
    <name>RangeDialog</name>
    <message>
        <source>Range of days</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first}&#xa0;– {last}</translation>
    </message>
</context>
<context>
    <name>RawChip</name>
    <message>
        <source>A part of the query in JSON</source>
        <translation>Часть фильтра в JSON</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more condition(s).</source>
        <translation>
            <numerusform>Ещё %Ln условие.</numerusform>
            <numerusform>Ещё %Ln условия.</numerusform>
            <numerusform>Ещё %Ln условий.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove this part: {json}</source>
        <translation>Убрать эту часть: {json}</translation>
    </message>
    <message>
        <source>Only JSON can show and change this part. It applies as it is.</source>
        <translation>Видно и меняется только в JSON. Действует как есть.</translation>
    </message>
    <message>
        <source>{more} They apply as they are; change them in JSON.</source>
        <translation>{more} Всё действует как есть; изменить можно в JSON.</translation>
    </message>
</context>
<context>
    <name>ReadingRight</name>
    <message>
        <source>This account may send, but not look people up, and a campaign has to know who is who. Enter the masterKey in the account, or log in as somebody who may read users. The server said: {said}</source>
        <translation>Этот аккаунт может отправлять, но не может искать людей, а кампании нужно знать, кто есть кто. Укажите в аккаунте masterKey или войдите от имени того, кто может читать users. Ответ сервера: {said}</translation>
    </message>
</context>
<context>
    <name>RecipientsLine</name>
    <message>
        <source>Counting who will get it…</source>
        <translation>Подсчёт получателей…</translation>
    </message>
    <message>
        <source>How many will get this is unknown.</source>
        <translation>Число получателей неизвестно.</translation>
    </message>
    <message>
        <source>{what} — EVERYONE in this collection</source>
        <translation>{what}&#xa0;— это ВСЕ в коллекции</translation>
    </message>
</context>
<context>
    <name>RecipientsStep</name>
    <message>
        <source>Choose the list of people</source>
        <translation>Выберите список людей</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt *.xlsx)</source>
        <translation>Списки (*.csv *.tsv *.txt *.xlsx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>“{name}” was not taken. {why}</source>
        <translation>Файл «{name}» не принят. {why}</translation>
    </message>
    <message>
        <source>{list} · found by “{column}”</source>
        <translation>{list} · поиск по столбцу «{column}»</translation>
    </message>
    <message>
        <source>Nothing here looks like a key. Choose the column.</source>
        <translation>Ни один столбец не похож на ключ. Выберите его.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are hidden in the spreadsheet. They are taken like all others.</source>
        <translation>
            <numerusform>В таблице скрыта %Ln строка. Она учитывается, как и остальные.</numerusform>
            <numerusform>В таблице скрыты %Ln строки. Они учитываются, как и остальные.</numerusform>
            <numerusform>В таблице скрыто %Ln строк. Они учитываются, как и остальные.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next, everyone is looked up in the app. Nothing is sent.</source>
        <translation>Дальше программа найдёт каждого в базе. Ничего не отправляется.</translation>
    </message>
    <message>
        <source>Two columns have the same title: rename one in the file.</source>
        <translation>У двух столбцов одинаковый заголовок: переименуйте один из них в файле.</translation>
    </message>
    <message>
        <source>Choose the column by which people are found.</source>
        <translation>Выберите столбец, по которому искать людей.</translation>
    </message>
    <message>
        <source>Nothing fills {field}.</source>
        <translation>Поле {field} нечем заполнить.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard. Select the cells in your spreadsheet, title row included, copy them, and press the button again.</source>
        <translation>В буфере обмена нет текста. Выделите ячейки в таблице вместе с заголовками, скопируйте их и нажмите кнопку ещё раз.</translation>
    </message>
    <message>
        <source>Pasted cells</source>
        <translation>Вставленные ячейки</translation>
    </message>
    <message>
        <source>Take {audience}</source>
        <translation>Взять {audience}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are hidden in the spreadsheet, and left out.</source>
        <translation>
            <numerusform>В таблице скрыта %Ln строка. Она исключена.</numerusform>
            <numerusform>В таблице скрыты %Ln строки. Они исключены.</numerusform>
            <numerusform>В таблице скрыто %Ln строк. Они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy one file at a time. Nothing was read.</source>
        <translation>Копируйте файлы по одному. Ничего не прочитано.</translation>
    </message>
</context>
<context>
    <name>RecipientsView</name>
    <message>
        <source>hours</source>
        <translation>ч</translation>
    </message>
    <message>
        <source>Leave out whoever got a campaign in the last hours</source>
        <translation>Исключить тех, кто получал кампанию за последние часы</translation>
    </message>
    <message>
        <source>Looking at the list…</source>
        <translation>Просмотр списка…</translation>
    </message>
    <message>
        <source>Check everyone</source>
        <translation>Проверить всех</translation>
    </message>
    <message>
        <source>Looks everyone up. Nothing is sent.</source>
        <translation>Найдёт каждого в базе. Ничего не отправит.</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Поля</translation>
    </message>
    <message>
        <source>Leave out whoever got a campaign in the last</source>
        <translation>Исключить тех, кто получал кампанию за последние</translation>
    </message>
    <message>
        <source>“Check everyone” reads the people of this audience from the app, with the fields that the message needs. A person with several devices is one row.</source>
        <translation>«Проверить всех» прочитает людей этой аудитории из базы вместе с полями, которые нужны сообщению. Человек с несколькими устройствами занимает одну строку.</translation>
    </message>
    <message>
        <source>Do-not-send list…</source>
        <translation>Список «не писать»…</translation>
    </message>
    <message>
        <source>Shows who is never sent to by campaigns of this account</source>
        <translation>Покажет, кому кампании этого аккаунта никогда не пишут</translation>
    </message>
    <message numerus="yes">
        <source>Fewer than the account’s rule of %Ln hour(s)</source>
        <translation>
            <numerusform>Меньше, чем требует правило аккаунта: %Ln час</numerusform>
            <numerusform>Меньше, чем требует правило аккаунта: %Ln часа</numerusform>
            <numerusform>Меньше, чем требует правило аккаунта: %Ln часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Raised to the account’s rule: the message was kept with %Ln hour(s)</source>
        <translation>
            <numerusform>Увеличено по правилу аккаунта: с сообщением был сохранён %Ln час</numerusform>
            <numerusform>Увеличено по правилу аккаунта: с сообщением было сохранено %Ln часа</numerusform>
            <numerusform>Увеличено по правилу аккаунта: с сообщением было сохранено %Ln часов</numerusform>
        </translation>
    </message>
    <message>
        <source>do not check</source>
        <translation>не проверять</translation>
    </message>
</context>
<context>
    <name>RefusalColumn</name>
    <message>
        <source>“{column}” may say who does not want messages. Leave out rows in which it says</source>
        <translation>«{column}», похоже, отмечает тех, кто не хочет сообщений. Исключить строки, в которых там</translation>
    </message>
    <message>
        <source>(leave none out for it)</source>
        <translation>(никого не исключать)</translation>
    </message>
    <message>
        <source>anything at all</source>
        <translation>что угодно</translation>
    </message>
    <message>
        <source>“{value}”</source>
        <translation>«{value}»</translation>
    </message>
</context>
<context>
    <name>RefusalsModel</name>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Кем</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Written as: {text}</source>
        <translation>Записано так: {text}</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>вставлено</translation>
    </message>
</context>
<context>
    <name>Refusing</name>
    <message>
        <source>Do not send to them again</source>
        <translation>Больше им не писать</translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the do-not-send list now. Campaigns leave them out from now on, those that are running as well.</source>
        <translation>
            <numerusform>%Ln человек теперь в списке «не писать». С этой минуты его пропустят все кампании, в том числе идущие.</numerusform>
            <numerusform>%Ln человека теперь в списке «не писать». С этой минуты их пропустят все кампании, в том числе идущие.</numerusform>
            <numerusform>%Ln человек теперь в списке «не писать». С этой минуты их пропустят все кампании, в том числе идущие.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Показать список</translation>
    </message>
    <message>
        <source>Nobody was put on the do-not-send list: {why}</source>
        <translation>В список «не писать» никто не добавлен: {why}</translation>
    </message>
    <message>
        <source>What did this person get?</source>
        <translation>Что получал этот человек?</translation>
    </message>
    <message>
        <source>These rows have no phone, e-mail or user id, so nobody in them can be left out.</source>
        <translation>В этих строках нет ни телефона, ни почты, ни ID: исключать некого.</translation>
    </message>
</context>
<context>
    <name>Replaceable</name>
    <message>
        <source>Replaceable: I can correct it later</source>
        <translation>Заменяемое: потом можно исправить</translation>
    </message>
    <message>
        <source>The tag and the collapse id under “More” make it so. Change it there.</source>
        <translation>Так действуют «Тег» и «ID для замены» в разделе «Ещё». Изменить это можно там.</translation>
    </message>
    <message>
        <source>The tag and the collapse id under “More” are taken already, each by something else.</source>
        <translation>«Тег» и «ID для замены» в разделе «Ещё» уже заняты, каждый своим значением.</translation>
    </message>
    <message>
        <source>A correction takes the place of this message on devices that still show it. It is free.</source>
        <translation>Исправление заменит это сообщение там, где оно ещё показано. Это бесплатно.</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>Request of a campaign</source>
        <translation>Запрос кампании</translation>
    </message>
    <message>
        <source>Exact request, without keys</source>
        <translation>Точный запрос, без ключей</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>RequestPreview</name>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copies the request as it is shown, without keys</source>
        <translation>Скопирует запрос как показано, без ключей</translation>
    </message>
    <message>
        <source>The exact request, keys masked</source>
        <translation>Точный запрос, ключи скрыты</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) without keys</source>
        <translation>
            <numerusform>%Ln&#xa0;байт без ключей</numerusform>
            <numerusform>%Ln&#xa0;байта без ключей</numerusform>
            <numerusform>%Ln&#xa0;байт без ключей</numerusform>
        </translation>
    </message>
    <message>
        <source>masterKey</source>
        <translation>masterKey</translation>
    </message>
    <message>
        <source>messageKey</source>
        <translation>messageKey</translation>
    </message>
    <message>
        <source>Its relative dates cannot be worked out: is this computer&apos;s clock right?</source>
        <translation>Относительные даты не вычисляются: верно ли идут часы компьютера?</translation>
    </message>
    <message>
        <source>Nobody is chosen yet. Without a query the request would go to everyone, so it is not copied.</source>
        <translation>Получатели ещё не выбраны. Без фильтра запрос ушёл бы всем, поэтому он не копируется.</translation>
    </message>
    <message>
        <source>… and so on: Copy takes all of it.</source>
        <translation>… и так далее: «Копировать» возьмёт всё.</translation>
    </message>
    <message>
        <source>With the dates as of now; they are worked out again when it is counted and when you press Send.</source>
        <translation>Даты вычислены на эту минуту; при подсчёте и при нажатии «Отправить» они вычисляются заново.</translation>
    </message>
</context>
<context>
    <name>RequestsModel</name>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Получатели</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
</context>
<context>
    <name>RequestsStep</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln запрос</numerusform>
            <numerusform>%Ln запроса</numerusform>
            <numerusform>%Ln запросов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestsView</name>
    <message>
        <source>Requests of the campaign</source>
        <translation>Запросы кампании</translation>
    </message>
    <message>
        <source>Show the request…</source>
        <translation>Показать запрос…</translation>
    </message>
    <message>
        <source>Shows exactly what was sent to the server, without the keys</source>
        <translation>Покажет точно то, что ушло на сервер, без ключей</translation>
    </message>
    <message>
        <source>People in this request</source>
        <translation>Получатели этого запроса</translation>
    </message>
    <message>
        <source>Choose a request</source>
        <translation>Выберите запрос</translation>
    </message>
    <message>
        <source>No requests</source>
        <translation>Запросов нет</translation>
    </message>
    <message>
        <source>Request {number}: {people}</source>
        <translation>Запрос {number}: {people}</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>Details</source>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Взять за основу</translation>
    </message>
    <message>
        <source>Puts the message and its audience into the form; nothing is sent</source>
        <translation>Вставит сообщение и аудиторию в форму; ничего не отправит</translation>
    </message>
    <message>
        <source>Correct it…</source>
        <translation>Исправить…</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Пересчитать</translation>
    </message>
    <message>
        <source>Asks how many the audience has now; nothing is sent</source>
        <translation>Узнает, сколько в аудитории сейчас; ничего не отправит</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Заметка…</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Marks this send with a star, by which it is found again</source>
        <translation>Отметит отправку звёздочкой, по которой её легко найти</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>Экспорт показанного…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Shows two selected sends side by side; select the second with Ctrl</source>
        <translation>Покажет две выбранные отправки рядом; вторую выберите с Ctrl</translation>
    </message>
    <message>
        <source>Open the campaign</source>
        <translation>Открыть кампанию</translation>
    </message>
    <message>
        <source>Saves a note beside this send; nobody else sees it</source>
        <translation>Сохранит заметку к этой отправке; больше её никто не увидит</translation>
    </message>
</context>
<context>
    <name>RowMoves</name>
    <message numerus="yes">
        <source>%Ln rows stay excluded: another row of the same person or phone gets the message. Exclude that one first.</source>
        <translation>
            <numerusform>%Ln строка осталась исключённой: сообщение получит другая строка с тем же человеком или телефоном. Сначала исключите её.</numerusform>
            <numerusform>%Ln строки остались исключёнными: сообщение получит другая строка с тем же человеком или телефоном. Сначала исключите её.</numerusform>
            <numerusform>%Ln строк остались исключёнными: сообщение получит другая строка с тем же человеком или телефоном. Сначала исключите её.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowPreview</name>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Предыдущая строка</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Следующая строка</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Длинное</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>Короткое</translation>
    </message>
    <message>
        <source>Send this one as a trial…</source>
        <translation>Отправить как пробное…</translation>
    </message>
    <message>
        <source>Sends this text to whoever gets trials, and to nobody of the list</source>
        <translation>Отправит этот текст аудитории для пробных отправок и никому из списка</translation>
    </message>
    <message>
        <source>Send three samples…</source>
        <translation>Отправить три примера…</translation>
    </message>
    <message>
        <source>Sends the shortest text, a typical one and the longest to whoever gets trials, with one question; two or three selected rows take their place</source>
        <translation>Отправит самый короткий текст, обычный и самый длинный тем, кто получает пробные сообщения, с одним подтверждением; вместо них можно выделить две или три строки</translation>
    </message>
</context>
<context>
    <name>RowTrial</name>
    <message>
        <source>The trial was not sent: choose the account of the campaign first.</source>
        <translation>Пробное сообщение не отправлено: сначала выберите аккаунт этой кампании.</translation>
    </message>
    <message>
        <source>The trial was not sent: {problem}</source>
        <translation>Пробное сообщение не отправлено: {problem}</translation>
    </message>
    <message>
        <source>Nobody gets trials yet. Save an audience, and mark it “Use for trials” in the library.</source>
        <translation>Аудитории для пробных отправок ещё нет. Сохраните аудиторию и отметьте её в библиотеке: «Отправлять пробные сюда».</translation>
    </message>
</context>
<context>
    <name>RunningRoom</name>
    <message>
        <source>People and requests</source>
        <translation>Получатели и запросы</translation>
    </message>
</context>
<context>
    <name>RunningStep</name>
    <message>
        <source>Start</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Phones and texts were deleted</source>
        <translation>Телефоны и тексты удалены</translation>
    </message>
    <message>
        <source>The campaign cannot be read</source>
        <translation>Кампанию не удаётся прочитать</translation>
    </message>
    <message>
        <source>Deleting phones and texts…</source>
        <translation>Телефоны и тексты удаляются…</translation>
    </message>
    <message>
        <source>Delete phones and texts…</source>
        <translation>Удалить телефоны и тексты…</translation>
    </message>
</context>
<context>
    <name>RunningView</name>
    <message>
        <source>Progress of the campaign</source>
        <translation>Ход кампании</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Requests under way end; no further one leaves until you go on</source>
        <translation>Начатые запросы завершатся; новые не уйдут, пока вы не продолжите</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Pauses again once ten more requests got no clear answer</source>
        <translation>Снова сделает паузу, когда ещё десять запросов останутся без ясного ответа</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Остановить…</translation>
    </message>
    <message>
        <source>Change the text for the rest…</source>
        <translation>Изменить текст для остальных…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Again, with another list</source>
        <translation>Повторить с другим списком</translation>
    </message>
    <message>
        <source>Begins a campaign with this message, these columns and this pace</source>
        <translation>Начнёт кампанию с этим сообщением, столбцами и скоростью</translation>
    </message>
    <message>
        <source>People of the campaign</source>
        <translation>Люди кампании</translation>
    </message>
    <message>
        <source>Send again to those in doubt…</source>
        <translation>Ещё раз тем, где «Неизвестно»…</translation>
    </message>
    <message>
        <source>Nobody knows whether they have it: some may get it twice</source>
        <translation>Дошло ли до них, неизвестно: кто-то может получить дважды</translation>
    </message>
    <message>
        <source>Go on; pause after 10 more in doubt</source>
        <translation>Продолжить; пауза после ещё 10 «Неизвестно»</translation>
    </message>
    <message>
        <source>People or requests</source>
        <translation>Получатели или запросы</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Получатели</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Запросы</translation>
    </message>
    <message>
        <source>Saves your list as CSV or JSON with Status and Time added</source>
        <translation>Сохранит ваш список в CSV или JSON и добавит столбцы «Статус» и «Время»</translation>
    </message>
</context>
<context>
    <name>SameQuestion</name>
    <message>
        <source>Send again anyway</source>
        <translation>Всё равно отправить ещё раз</translation>
    </message>
    <message>
        <source>Checking whether the same message was sent in the last 24 hours…</source>
        <translation>Проверка: не отправлялось ли это же сообщение за последние 24 часа…</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Всё равно отправить</translation>
    </message>
</context>
<context>
    <name>SameText</name>
    <message>
        <source>iPhone text differs</source>
        <translation>Для iPhone другой текст</translation>
    </message>
    <message>
        <source>Opens a separate title and body for iPhone</source>
        <translation>Откроет отдельные заголовок и текст для iPhone</translation>
    </message>
</context>
<context>
    <name>SampleView</name>
    <message>
        <source>Sample of the audience</source>
        <translation>Примеры получателей</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Запрос к серверу…</translation>
    </message>
    <message>
        <source>Nobody matches.</source>
        <translation>Никто не подходит.</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln that match, the newest first.</source>
        <translation>
            <numerusform>Подходит всего %Ln, сначала новые.</numerusform>
            <numerusform>Подходит всего %Ln, сначала новые.</numerusform>
            <numerusform>Подходит всего %Ln, сначала новые.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln that match. There may be more.</source>
        <translation>
            <numerusform>Показаны самые новые: %Ln. Могут быть и другие.</numerusform>
            <numerusform>Показаны самые новые: %Ln. Могут быть и другие.</numerusform>
            <numerusform>Показаны самые новые: %Ln. Могут быть и другие.</numerusform>
        </translation>
    </message>
    <message>
        <source>The recipients could not be shown. {why}</source>
        <translation>Не удалось показать получателей. {why}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them could be read only in part.</source>
        <translation>
            <numerusform>%Ln из них прочитан только частично.</numerusform>
            <numerusform>%Ln из них прочитаны только частично.</numerusform>
            <numerusform>%Ln из них прочитаны только частично.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Shortest</source>
        <translation>Короткое</translation>
    </message>
    <message>
        <source>Typical</source>
        <translation>Обычное</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Длинное</translation>
    </message>
    <message>
        <source>{name}, {row}</source>
        <translation>{name}, {row}</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>строка {number}</translation>
    </message>
</context>
<context>
    <name>SandboxView</name>
    <message>
        <source>Sandbox: what arrived</source>
        <translation>Песочница: что пришло</translation>
    </message>
    <message>
        <source>What was sent to the sandbox, newest first</source>
        <translation>Отправленное в песочницу, сначала новое</translation>
    </message>
    <message>
        <source>Show only these devices</source>
        <translation>Показать только эти устройства</translation>
    </message>
    <message>
        <source>All devices</source>
        <translation>Все устройства</translation>
    </message>
    <message>
        <source>Android</source>
        <translation>Android</translation>
    </message>
    <message>
        <source>iPhone</source>
        <translation>iPhone</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Forgets what arrived in the sandbox; the history keeps every send</source>
        <translation>Уберёт то, что пришло в песочницу; в истории всё останется</translation>
    </message>
    <message>
        <source>What each sample device shows</source>
        <translation>Что видно на каждом вымышленном устройстве</translation>
    </message>
    <message>
        <source>What arrived in the sandbox</source>
        <translation>Что пришло в песочницу</translation>
    </message>
    <message>
        <source>These people and devices are samples: nothing left this computer.</source>
        <translation>Эти люди и устройства вымышленные: за пределы компьютера ничего не ушло.</translation>
    </message>
    <message>
        <source>Nothing has arrived yet</source>
        <translation>Пока ничего не пришло</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln получатель</numerusform>
            <numerusform>%Ln получателя</numerusform>
            <numerusform>%Ln получателей</numerusform>
        </translation>
    </message>
    <message>
        <source>debug</source>
        <translation>отладка</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(без текста)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln Android device(s)</source>
        <translation>
            <numerusform>%Ln устройство Android</numerusform>
            <numerusform>%Ln устройства Android</numerusform>
            <numerusform>%Ln устройств Android</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln iPhone(s)</source>
        <translation>
            <numerusform>%Ln iPhone</numerusform>
            <numerusform>%Ln iPhone</numerusform>
            <numerusform>%Ln iPhone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln phone(s)</source>
        <translation>
            <numerusform>%Ln телефон</numerusform>
            <numerusform>%Ln телефона</numerusform>
            <numerusform>%Ln телефонов</numerusform>
        </translation>
    </message>
    <message>
        <source>It reached nobody: no one in the audience can get this message.</source>
        <translation>Никто не получил: в аудитории нет тех, кто может принять это сообщение.</translation>
    </message>
    <message>
        <source>List and what is selected</source>
        <translation>Список и выбранное</translation>
    </message>
    <message>
        <source>Choose the sandbox as the account and send something. What each sample device and phone would have shown appears here.</source>
        <translation>Выберите аккаунт «Песочница» и отправьте что-нибудь. Здесь будет видно, что показало бы каждое устройство и каждый телефон.</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save as template</source>
        <translation>Сохранить как шаблон</translation>
    </message>
    <message>
        <source>Change the template</source>
        <translation>Изменить шаблон</translation>
    </message>
    <message>
        <source>sale, weekly</source>
        <translation>распродажа, каждую неделю</translation>
    </message>
    <message>
        <source>Write {example} into a text and its value is asked for each time.</source>
        <translation>Напишите в тексте {example}, и значение будет спрашиваться каждый раз.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Заменить его</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Метки через запятую</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Переменные</translation>
    </message>
    <message>
        <source>There is a template “{name}” already. Choose another name.</source>
        <translation>Шаблон «{name}» уже есть. Выберите другое название.</translation>
    </message>
    <message>
        <source>Save the audience with it</source>
        <translation>Сохранить и аудиторию</translation>
    </message>
    <message>
        <source>It could not be saved. Is the disk full, or the folder read-only?</source>
        <translation>Сохранить не удалось. Может быть, диск заполнен или папка доступна только для чтения?</translation>
    </message>
    <message>
        <source>The pace of the campaign, its columns and how it finds people are saved too; its people are not.</source>
        <translation>Сохранятся и скорость кампании, её столбцы и то, как она находит людей; сами люди&#xa0;— нет.</translation>
    </message>
</context>
<context>
    <name>SavedAudiences</name>
    <message>
        <source>{how_many} on {when}</source>
        <translation>{how_many} на {when}</translation>
    </message>
    <message>
        <source>Never used so far</source>
        <translation>Ещё не использовалась</translation>
    </message>
    <message>
        <source>Last used {when}</source>
        <translation>Использована {when}</translation>
    </message>
    <message>
        <source>Save the audience</source>
        <translation>Сохранить аудиторию</translation>
    </message>
    <message>
        <source>Rename the audience</source>
        <translation>Переименовать аудиторию</translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>Аудитория «{name}» удалена.</translation>
    </message>
    <message>
        <source>There is an audience “{name}” already. Choose another name.</source>
        <translation>Аудитория «{name}» уже есть. Выберите другое название.</translation>
    </message>
    <message>
        <source>Saved audiences</source>
        <translation>Сохранённые аудитории</translation>
    </message>
    <message>
        <source>Search by name, tag or query</source>
        <translation>Поиск по названию, метке или фильтру</translation>
    </message>
    <message>
        <source>Search the saved audiences</source>
        <translation>Поиск по сохранённым аудиториям</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Выбрать</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>All audiences of this list…</source>
        <translation>Все аудитории этого списка…</translation>
    </message>
    <message>
        <source>There is no audience in this file.</source>
        <translation>В этом файле нет ни одной аудитории.</translation>
    </message>
    <message>
        <source>for trials</source>
        <translation>для пробных отправок</translation>
    </message>
    <message numerus="yes">
        <source>%Ln audience(s) were deleted.</source>
        <translation>
            <numerusform>Удалена %Ln аудитория.</numerusform>
            <numerusform>Удалены %Ln аудитории.</numerusform>
            <numerusform>Удалено %Ln аудиторий.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln audience(s) are selected</source>
        <translation>
            <numerusform>Выбрана %Ln аудитория</numerusform>
            <numerusform>Выбраны %Ln аудитории</numerusform>
            <numerusform>Выбрано %Ln аудиторий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln audience(s) written to {file}.</source>
        <translation>
            <numerusform>%Ln аудитория записана в {file}.</numerusform>
            <numerusform>%Ln аудитории записаны в {file}.</numerusform>
            <numerusform>%Ln аудиторий записаны в {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln audience(s) will be added</source>
        <translation>
            <numerusform>Добавится %Ln аудитория</numerusform>
            <numerusform>Добавятся %Ln аудитории</numerusform>
            <numerusform>Добавится %Ln аудиторий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln audience(s) imported.</source>
        <translation>
            <numerusform>Добавлена %Ln аудитория.</numerusform>
            <numerusform>Добавлены %Ln аудитории.</numerusform>
            <numerusform>Добавлено %Ln аудиторий.</numerusform>
        </translation>
    </message>
    <message>
        <source>Update with current audience</source>
        <translation>Обновить текущей аудиторией</translation>
    </message>
    <message>
        <source>Add conditions in the window first, then save them here.</source>
        <translation>Добавьте условия в окне, а потом сохраните их здесь.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранённые</translation>
    </message>
    <message>
        <source>No audience is saved yet</source>
        <translation>Сохранённых аудиторий пока нет</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Недавние</translation>
    </message>
    <message>
        <source>Recent queries</source>
        <translation>Недавние фильтры</translation>
    </message>
    <message>
        <source>The queries of sent messages are listed here.</source>
        <translation>Здесь будут фильтры отправленных сообщений.</translation>
    </message>
    <message>
        <source>“{name}” was updated.</source>
        <translation>Аудитория «{name}» обновлена.</translation>
    </message>
    <message>
        <source>Save current audience…</source>
        <translation>Сохранить текущую аудиторию…</translation>
    </message>
    <message>
        <source>“Save current audience…” saves the one in the window.</source>
        <translation>«Сохранить текущую аудиторию…» сохранит ту, что в окне.</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>Пока ничего не отправлено</translation>
    </message>
    <message>
        <source>“Send trial” sends to this audience</source>
        <translation>«Отправить пробное» уйдёт этой аудитории</translation>
    </message>
    <message>
        <source>Use for trials</source>
        <translation>Отправлять пробные сюда</translation>
    </message>
</context>
<context>
    <name>SavedAudiencesPresenter</name>
    <message>
        <source>Choose or save an audience, mark it “Use for trials”, then press “Send trial” again.</source>
        <translation>Выберите или сохраните аудиторию, отметьте её «Отправлять пробные сюда» и снова нажмите «Отправить пробное».</translation>
    </message>
    <message>
        <source>Trials go to “{name}”, but {variables} in it is not filled in. Choose another audience.</source>
        <translation>Пробные отправки уходят аудитории «{name}», но {variables} в её фильтре не заполнить. Выберите другую аудиторию.</translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <source>Show or hide: {field}</source>
        <translation>Показать или скрыть: {field}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>SectionForm</name>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>+ Other keys as JSON…</source>
        <translation>+ Другие ключи в JSON…</translation>
    </message>
    <message>
        <source>They are not sent any more.</source>
        <translation>Больше не отправляется.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>“Also sent” was changed.</source>
        <translation>Раздел «Также будет отправлено» изменён.</translation>
    </message>
    <message>
        <source>Moved to their fields: {fields}.</source>
        <translation>Перенесено в поля: {fields}.</translation>
    </message>
</context>
<context>
    <name>SendDetails</name>
    <message>
        <source>Use again</source>
        <translation>Взять за основу</translation>
    </message>
    <message>
        <source>Puts the message and its audience into the form; nothing is sent</source>
        <translation>Вставит сообщение и аудиторию в форму; ничего не отправит</translation>
    </message>
    <message>
        <source>Correct it…</source>
        <translation>Исправить…</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Пересчитать</translation>
    </message>
    <message>
        <source>Asks how many the audience has now; nothing is sent</source>
        <translation>Узнает, сколько в аудитории сейчас; ничего не отправит</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Message: {summary}</source>
        <translation>Сообщение: {summary}</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(без текста)</translation>
    </message>
    <message>
        <source>Puts it into the form; what you send then takes its place on devices that still show it</source>
        <translation>Вставит его в форму; отправленное потом займёт его место там, где оно ещё показано</translation>
    </message>
    <message>
        <source>It cannot be replaced. Leave “Replaceable” ticked in the form next time.</source>
        <translation>Заменить его нельзя. В следующий раз не снимайте в форме отметку «Заменяемое».</translation>
    </message>
    <message>
        <source>Exact request, without keys</source>
        <translation>Точный запрос, без ключей</translation>
    </message>
    <message>
        <source>Answer of the server</source>
        <translation>Ответ сервера</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Технические подробности</translation>
    </message>
    <message>
        <source>{account} · {environment}</source>
        <translation>{account} · {environment}</translation>
    </message>
    <message>
        <source>Everyone in {collection}</source>
        <translation>Все в коллекции {collection}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Приложение</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Аудитория</translation>
    </message>
    <message>
        <source>Counted before</source>
        <translation>Посчитано до отправки</translation>
    </message>
    <message>
        <source>Sent by the server</source>
        <translation>Отправлено сервером</translation>
    </message>
    <message>
        <source>Always added</source>
        <translation>Всегда добавляется</translation>
    </message>
    <message>
        <source>Sent at</source>
        <translation>Начало отправки</translation>
    </message>
    <message>
        <source>Noticed at</source>
        <translation>Обнаружено</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy: {title}</source>
        <translation>Копировать: {title}</translation>
    </message>
    <message>
        <source>Confirmed at</source>
        <translation>Подтверждено</translation>
    </message>
    <message>
        <source>Tried at</source>
        <translation>Попытка отправки</translation>
    </message>
    <message>
        <source>Query as it was chosen</source>
        <translation>Фильтр, как он был выбран</translation>
    </message>
    <message>
        <source>Relative dates</source>
        <translation>Относительные даты</translation>
    </message>
    <message>
        <source>Settled at: {time}</source>
        <translation>Завершено: {time}</translation>
    </message>
    <message>
        <source>Duration: {time}</source>
        <translation>Длительность: {time}</translation>
    </message>
    <message>
        <source>Sending since</source>
        <translation>Отправляется с</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Left out as messaged lately</source>
        <translation>Исключены недавние получатели</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>Запланировано на</translation>
    </message>
</context>
<context>
    <name>SendFlow</name>
    <message numerus="yes">
        <source>The server took the message and sent it: %Ln.</source>
        <translation>
            <numerusform>Сервер принял сообщение. Получатели: %Ln.</numerusform>
            <numerusform>Сервер принял сообщение. Получатели: %Ln.</numerusform>
            <numerusform>Сервер принял сообщение. Получатели: %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Ничего не отправлено</translation>
    </message>
    <message>
        <source>The same message went out while you were being asked, so nothing was sent.</source>
        <translation>Пока вы отвечали на вопрос, такое же сообщение уже ушло. Это не отправлено.</translation>
    </message>
    <message>
        <source>Another message went out while you were being asked, so nothing was sent.</source>
        <translation>Пока вы отвечали на вопрос, ушло другое сообщение. Это не отправлено.</translation>
    </message>
    <message>
        <source>Press Send again: you are then asked about that one too.</source>
        <translation>Нажмите «Отправить» ещё раз: тогда в вопросе будет учтено и оно.</translation>
    </message>
    <message>
        <source>The send could not be written into the history, so nothing was sent.</source>
        <translation>Не удалось записать отправку в историю, поэтому ничего не отправлено.</translation>
    </message>
    <message>
        <source>The relative dates of the audience cannot be worked out, so nothing was sent.</source>
        <translation>Относительные даты аудитории не вычисляются, поэтому ничего не отправлено.</translation>
    </message>
    <message>
        <source>Is the clock of this computer right? Set it, then send again.</source>
        <translation>Верно ли идут часы компьютера? Поправьте их и отправьте снова.</translation>
    </message>
    <message>
        <source>The history could not be saved: is the disk full? The app tries again every few seconds. If it closes before that, this message will show as “Unknown” at the next start.</source>
        <translation>Не удалось сохранить историю. Может быть, диск заполнен? Программа пробует снова каждые несколько секунд. Если закрыть её раньше, при следующем запуске у этого сообщения будет «Неизвестно».</translation>
    </message>
    <message>
        <source>{reason} When that is fixed, send again.</source>
        <translation>{reason} Когда это будет исправлено, отправьте ещё раз.</translation>
    </message>
    <message>
        <source>The outcome could not be saved</source>
        <translation>Не удалось сохранить результат</translation>
    </message>
    <message>
        <source>Outcome: {outcome}.</source>
        <translation>Результат: {outcome}.</translation>
    </message>
</context>
<context>
    <name>SendSummary</name>
    <message>
        <source>What will be sent</source>
        <translation>Что будет отправлено</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>Always added</source>
        <translation>Всегда добавляется</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>{account} · {address}</source>
        <translation>{account} · {address}</translation>
    </message>
    <message>
        <source>The query</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Show the query as JSON</source>
        <translation>Показать фильтр в JSON</translation>
    </message>
    <message>
        <source>Hide the JSON</source>
        <translation>Скрыть JSON</translation>
    </message>
    <message>
        <source>Relative dates</source>
        <translation>Относительные даты</translation>
    </message>
    <message>
        <source>It goes to the audience for trials, not to the one in the window.</source>
        <translation>Уйдёт аудитории для пробных отправок, а не той, что в окне.</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Проба</translation>
    </message>
    <message>
        <source>Left out of the audience</source>
        <translation>Исключены из аудитории</translation>
    </message>
</context>
<context>
    <name>ServerQuestions</name>
    <message>
        <source>Logged in. Save to keep the session.</source>
        <translation>Вы вошли. Сохраните аккаунт, чтобы не потерять сессию.</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Вход…</translation>
    </message>
    <message>
        <source>Logged out. Save to forget the session.</source>
        <translation>Вы вышли. Сохраните аккаунт, чтобы убрать сессию.</translation>
    </message>
    <message>
        <source>Logging out…</source>
        <translation>Выход…</translation>
    </message>
    <message>
        <source>{field}: {verdict}</source>
        <translation>{field}: {verdict}</translation>
    </message>
    <message>
        <source>Asking the server. No message is sent.</source>
        <translation>Запрос к серверу. Сообщения не отправляются.</translation>
    </message>
    <message>
        <source>Something went wrong in the app: {what}</source>
        <translation>Ошибка в программе: {what}</translation>
    </message>
    <message>
        <source>Result of the check</source>
        <translation>Результат проверки</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>SizeMeter</name>
    <message>
        <source>Go to this section of the message</source>
        <translation>Перейти к этому разделу сообщения</translation>
    </message>
    <message>
        <source>{platform} is turned off</source>
        <translation>{platform}: выключено</translation>
    </message>
    <message>
        <source>{platform} {size} / {limit} B</source>
        <translation>{platform} {size} / {limit}&#xa0;Б</translation>
    </message>
    <message>
        <source>{size}: too big</source>
        <translation>{size}: слишком много</translation>
    </message>
    <message>
        <source>{size}: nearly full</source>
        <translation>{size}: почти предел</translation>
    </message>
</context>
<context>
    <name>SmsMeter</name>
    <message>
        <source>One part holds 160 Latin characters, or 70 Cyrillic ones.</source>
        <translation>В одну часть входит 160 знаков латиницей или 70 кириллицей.</translation>
    </message>
    <message>
        <source>{parts} · {alphabet} · {left}</source>
        <translation>{parts} · {alphabet} · {left}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln часть</numerusform>
            <numerusform>%Ln части</numerusform>
            <numerusform>%Ln частей</numerusform>
        </translation>
    </message>
    <message>
        <source>The text ends as the account demands: “{suffix}”</source>
        <translation>Текст заканчивается так, как требует аккаунт: «{suffix}»</translation>
    </message>
    <message>
        <source>Your account adds: “{suffix}”</source>
        <translation>Аккаунт добавит: «{suffix}»</translation>
    </message>
    <message>
        <source>{characters} make it {parts} instead of {fewer}.</source>
        <translation>{characters}&#xa0;— с этими знаками выходит {parts} вместо {fewer}.</translation>
    </message>
    <message>
        <source>The blanks at the end make it {parts} instead of {fewer}.</source>
        <translation>Из-за пробелов в конце выходит {parts} вместо {fewer}.</translation>
    </message>
    <message>
        <source>Special spaces</source>
        <translation>особые пробелы</translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln character(s)</source>
        <translation>
            <numerusform>Заменить %Ln знак</numerusform>
            <numerusform>Заменить %Ln знака</numerusform>
            <numerusform>Заменить %Ln знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>Latin (up to 160)</source>
        <translation>латиница (до&#xa0;160)</translation>
    </message>
    <message>
        <source>Cyrillic or emoji (up to 70 per part)</source>
        <translation>кириллица/эмодзи (до&#xa0;70&#xa0;в&#xa0;части)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) left in this part</source>
        <translation>
            <numerusform>до новой части %Ln знак</numerusform>
            <numerusform>до новой части %Ln знака</numerusform>
            <numerusform>до новой части %Ln знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>{characters} make it Unicode: a part holds {ucs2} characters instead of {gsm7}.</source>
        <translation>{characters}&#xa0;— с этими знаками в части помещается {ucs2}&#xa0;знаков, а не {gsm7}.</translation>
    </message>
    <message>
        <source>Price and opt-out text…</source>
        <translation>Цена и текст отписки…</translation>
    </message>
    <message>
        <source>Opens the account, where both are kept</source>
        <translation>Откроет аккаунт, в котором они записаны</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>Убрать их</translation>
    </message>
</context>
<context>
    <name>SmsSection</name>
    <message>
        <source>Text message</source>
        <translation>Текст SMS</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>An emoji makes the SMS Unicode: {few} characters fit one part, not {many}.</source>
        <translation>С эмодзи в одну часть SMS войдут {few} знаков, а не {many}.</translation>
    </message>
    <message>
        <source>Ask the server for its debug log</source>
        <translation>Запросить у сервера отладочный журнал</translation>
    </message>
    <message>
        <source>The message is sent anyway.</source>
        <translation>Сообщение всё равно отправляется.</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Sort by</source>
        <translation>Сортировать</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>По возрастанию</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>По убыванию</translation>
    </message>
</context>
<context>
    <name>SourceBar</name>
    <message>
        <source>Another list…</source>
        <translation>Другой список…</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>Titles in</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>строка {number}</translation>
    </message>
    <message>
        <source>no row: there are none</source>
        <translation>их нет</translation>
    </message>
    <message>
        <source>{sheet} (hidden)</source>
        <translation>{sheet} (скрыт)</translation>
    </message>
    <message>
        <source>Take hidden rows too</source>
        <translation>Учитывать скрытые строки</translation>
    </message>
    <message>
        <source>Cells are separated by</source>
        <translation>Разделитель</translation>
    </message>
</context>
<context>
    <name>SourceChoice</name>
    <message>
        <source>Who gets it?</source>
        <translation>Кто получит сообщение?</translation>
    </message>
    <message>
        <source>A list with one person a row: a CSV, TSV or XLSX file, or cells copied from a spreadsheet. One column says who it is: phone, e-mail, user name or id. The others can fill the fields of the message.</source>
        <translation>Список, в котором каждая строка&#xa0;— один человек: файл CSV, TSV или XLSX или ячейки, скопированные из таблицы. По одному столбцу людей находят: телефон, почта, имя пользователя или ID. Остальные могут заполнить поля сообщения.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Paste cells</source>
        <translation>Вставить ячейки</translation>
    </message>
    <message>
        <source>Takes what you copied from a spreadsheet, title row included</source>
        <translation>Возьмёт то, что скопировано из таблицы, вместе с заголовками</translation>
    </message>
    <message>
        <source>Take the message’s audience</source>
        <translation>Взять аудиторию сообщения</translation>
    </message>
    <message>
        <source>Or drop the file anywhere on this page.</source>
        <translation>Или перетащите файл на эту страницу.</translation>
    </message>
    <message>
        <source>Open accounts…</source>
        <translation>Открыть аккаунты…</translation>
    </message>
</context>
<context>
    <name>SpanRow</name>
    <message>
        <source>How many</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>Единица времени</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>мин</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>ч</translation>
    </message>
    <message>
        <source>days</source>
        <translation>дн.</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>нед.</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Задать</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Оставить как есть</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Через</translation>
    </message>
</context>
<context>
    <name>SpanValue</name>
    <message>
        <source>how many</source>
        <translation>сколько</translation>
    </message>
    <message>
        <source>{name}, unit</source>
        <translation>{name}, единица времени</translation>
    </message>
</context>
<context>
    <name>StartLater</name>
    <message>
        <source>Start at this time</source>
        <translation>Начать в это время</translation>
    </message>
</context>
<context>
    <name>StayingPresenter</name>
    <message>
        <source>Scoro Desktop will start with the computer, out of the way.</source>
        <translation>Scoro Desktop будет запускаться вместе с компьютером, в свёрнутом виде.</translation>
    </message>
    <message>
        <source>Scoro Desktop will not start with the computer.</source>
        <translation>Scoro Desktop не будет запускаться вместе с компьютером.</translation>
    </message>
    <message>
        <source>This could not be changed: {reason}. Your system has a list of its own for it.</source>
        <translation>Не удалось изменить: {reason}. Список автозапуска есть и в настройках системы.</translation>
    </message>
    <message>
        <source>This desktop has no tray. Minimize the window instead of closing it.</source>
        <translation>В этой системе нет трея. Сворачивайте окно, а не закрывайте.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln planned</source>
        <translation>
            <numerusform>%Ln запланировано</numerusform>
            <numerusform>%Ln запланировано</numerusform>
            <numerusform>%Ln запланировано</numerusform>
        </translation>
    </message>
    <message>
        <source>Scoro Desktop: {count}, the next {when}</source>
        <translation>Scoro Desktop: {count}, ближайшее {when}</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Показать окно</translation>
    </message>
    <message>
        <source>Planned…</source>
        <translation>Запланированное…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>• “{title}” · {when}</source>
        <translation>• «{title}» · {when}</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SumsLine</name>
    <message>
        <source>Adding up…</source>
        <translation>Подсчёт…</translation>
    </message>
    <message>
        <source>Show what failed</source>
        <translation>Показать неудачи</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>Экспорт показанного</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>По дням</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
</context>
<context>
    <name>SumsList</name>
    <message>
        <source>How many rows get it, and why the others do not</source>
        <translation>Сколько строк получат сообщение и почему остальные нет</translation>
    </message>
</context>
<context>
    <name>TemplateDetails</name>
    <message>
        <source>It has no audience of its own: the one in the window stays.</source>
        <translation>Своей аудитории нет: останется та, что в окне.</translation>
    </message>
    <message>
        <source>It brings its own audience: {collection}.</source>
        <translation>Со своей аудиторией: {collection}.</translation>
    </message>
    <message>
        <source>Changed {when}</source>
        <translation>Изменён {when}</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>ещё не использовался</translation>
    </message>
    <message>
        <source>used {when}</source>
        <translation>использован {when}</translation>
    </message>
    <message>
        <source>Asks for {variable}</source>
        <translation>Спросит {variable}</translation>
    </message>
    <message>
        <source>Asks for {variable}, offers “{value}”</source>
        <translation>Спросит {variable}, предложит «{value}»</translation>
    </message>
</context>
<context>
    <name>TemplateImport</name>
    <message numerus="yes">
        <source>%Ln template(s) will be added</source>
        <translation>
            <numerusform>Добавится %Ln шаблон</numerusform>
            <numerusform>Добавятся %Ln шаблона</numerusform>
            <numerusform>Добавится %Ln шаблонов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplateList</name>
    <message>
        <source>Search by any word</source>
        <translation>Поиск по любому слову</translation>
    </message>
    <message>
        <source>Search the templates</source>
        <translation>Поиск по шаблонам</translation>
    </message>
</context>
<context>
    <name>TemplatePresenter</name>
    <message>
        <source>The template has no audience of its own: everyone is still chosen.</source>
        <translation>У шаблона нет своей аудитории: по-прежнему выбраны все.</translation>
    </message>
    <message>
        <source>The template has no audience of its own: the one in the window stays.</source>
        <translation>У шаблона нет своей аудитории: осталась та, что в окне.</translation>
    </message>
    <message>
        <source>The template has no audience of its own: choose who gets it.</source>
        <translation>У шаблона нет своей аудитории: выберите, кому отправить.</translation>
    </message>
    <message>
        <source>The template “{name}” was saved.</source>
        <translation>Шаблон «{name}» сохранён.</translation>
    </message>
    <message>
        <source>The template “{name}” was replaced.</source>
        <translation>Шаблон «{name}» заменён.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>There is no message to save yet: write one first.</source>
        <translation>Сохранять пока нечего: сначала напишите сообщение.</translation>
    </message>
    <message>
        <source>Everyone is never saved with a template: it is chosen each time.</source>
        <translation>«Все» в шаблоне не сохраняются: это выбирают каждый раз.</translation>
    </message>
    <message>
        <source>There is no audience in the window that could be saved.</source>
        <translation>В окне нет аудитории, которую можно сохранить.</translation>
    </message>
    <message>
        <source>Another template now has the name “{name}”, so nothing was restored.</source>
        <translation>Название «{name}» уже у другого шаблона, поэтому ничего не восстановлено.</translation>
    </message>
    <message>
        <source>It could not be saved. Is the disk full, or the folder read-only?</source>
        <translation>Сохранить не удалось. Может быть, диск заполнен или папка доступна только для чтения?</translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message numerus="yes">
        <source>%Ln template(s) are selected</source>
        <translation>
            <numerusform>Выбран %Ln шаблон</numerusform>
            <numerusform>Выбраны %Ln шаблона</numerusform>
            <numerusform>Выбрано %Ln шаблонов</numerusform>
        </translation>
    </message>
    <message>
        <source>The template “{name}” was saved.</source>
        <translation>Шаблон «{name}» сохранён.</translation>
    </message>
    <message>
        <source>The template “{name}” was changed.</source>
        <translation>Шаблон «{name}» изменён.</translation>
    </message>
    <message>
        <source>Rename the template</source>
        <translation>Переименовать шаблон</translation>
    </message>
    <message>
        <source>The template “{name}” was deleted.</source>
        <translation>Шаблон «{name}» удалён.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln template(s) were deleted.</source>
        <translation>
            <numerusform>Удалён %Ln шаблон.</numerusform>
            <numerusform>Удалены %Ln шаблона.</numerusform>
            <numerusform>Удалено %Ln шаблонов.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a template “{name}” already. Choose another name.</source>
        <translation>Шаблон «{name}» уже есть. Выберите другое название.</translation>
    </message>
    <message>
        <source>Save as template…</source>
        <translation>Сохранить как шаблон…</translation>
    </message>
    <message>
        <source>Tags and variables…</source>
        <translation>Метки и переменные…</translation>
    </message>
    <message>
        <source>Update with current message…</source>
        <translation>Обновить текущим сообщением…</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Выбрать</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>All templates…</source>
        <translation>Все шаблоны…</translation>
    </message>
    <message>
        <source>It has none. “Update with current message…” can give it one.</source>
        <translation>Её нет. Добавить можно через «Обновить текущим сообщением…».</translation>
    </message>
    <message>
        <source>It is for another channel than the open tab</source>
        <translation>Он для другого канала, чем открытая вкладка</translation>
    </message>
    <message>
        <source>No template is saved yet</source>
        <translation>Шаблонов пока нет</translation>
    </message>
    <message>
        <source>A template is a message to be used again and again. Write one in the window and save it with “Save as template…”. Where you write {example} in it, the value is asked for each time.</source>
        <translation>Шаблон&#xa0;— это сообщение, которое отправляют снова и снова. Напишите его в окне и нажмите «Сохранить как шаблон…». Там, где вы напишете {example}, значение будет спрашиваться каждый раз.</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>What was pasted is too long: a text may have {most} characters. Nothing was changed.</source>
        <translation>Вставляемый текст слишком длинный: в тексте может быть не больше {most} символов. Ничего не изменилось.</translation>
    </message>
</context>
<context>
    <name>TooLongQuestion</name>
    <message>
        <source>Too long for the Command Prompt</source>
        <translation>Слишком длинно для командной строки</translation>
    </message>
    <message>
        <source>The Command Prompt takes at most {most} characters, and this is more.</source>
        <translation>Командная строка принимает не больше {most} символов, а здесь больше.</translation>
    </message>
    <message>
        <source>Pasted there, the command would be cut off. PowerShell takes it whole.</source>
        <translation>Если вставить команду туда, она обрежется. PowerShell примет её целиком.</translation>
    </message>
    <message>
        <source>Copy for PowerShell</source>
        <translation>Скопировать для PowerShell</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Copy anyway</source>
        <translation>Всё равно скопировать</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>The account that messages are sent through</source>
        <translation>Аккаунт, через который уходят сообщения</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>As in the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлое</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмное</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Контрастное</translation>
    </message>
</context>
<context>
    <name>TrialsDialog</name>
    <message>
        <source>The same recipients get these as well, one after the other:</source>
        <translation>Те же получатели получат и эти сообщения, одно за другим:</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln trial(s)?</source>
        <translation>
            <numerusform>Отправить %Ln пробное сообщение?</numerusform>
            <numerusform>Отправить %Ln пробных сообщения?</numerusform>
            <numerusform>Отправить %Ln пробных сообщений?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoPresenter</name>
    <message>
        <source>Another message and its audience are in the form now. Undo and Redo lead from one to the other.</source>
        <translation>Теперь в форме другое сообщение со своей аудиторией. «Отменить» и «Повторить» переключают между ними.</translation>
    </message>
    <message>
        <source>Careful: everyone is chosen again.</source>
        <translation>Внимание: снова выбраны все.</translation>
    </message>
</context>
<context>
    <name>UnsavedQuestion</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Несохранённые изменения</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>Сохранить изменения в «{name}»?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Вернуться к правке</translation>
    </message>
</context>
<context>
    <name>ValueArea</name>
    <message>
        <source>Match case: tell capitals from small letters</source>
        <translation>Учитывать регистр: различать заглавные и строчные</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>С учётом регистра</translation>
    </message>
    <message>
        <source>{name}, from</source>
        <translation>{name}, от</translation>
    </message>
    <message>
        <source>{name}, to</source>
        <translation>{name}, до</translation>
    </message>
    <message>
        <source>how many</source>
        <translation>сколько</translation>
    </message>
    <message>
        <source>number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
</context>
<context>
    <name>ValuePane</name>
    <message>
        <source>Value in JSON</source>
        <translation>Значение в JSON</translation>
    </message>
    <message>
        <source>Lays the value out on lines. Its meaning does not change.</source>
        <translation>Разложит значение по строкам. Смысл не изменится.</translation>
    </message>
</context>
<context>
    <name>VariableField</name>
    <message>
        <source>For an app that fills it in itself, on the device</source>
        <translation>Для приложения, которое само подставит значение на устройстве</translation>
    </message>
    <message>
        <source>Used in: {places}</source>
        <translation>Где используется: {places}</translation>
    </message>
    <message>
        <source>A campaign fills it for each person: leave it empty. A value here is the same for everyone.</source>
        <translation>Кампания подставит своё значение каждому: оставьте поле пустым. Введённое здесь будет одинаковым для всех.</translation>
    </message>
    <message>
        <source>Send “{variable}” as it is</source>
        <translation>Отправить «{variable}» как есть</translation>
    </message>
</context>
<context>
    <name>VariablesEdit</name>
    <message>
        <source>Variable</source>
        <translation>Переменная</translation>
    </message>
    <message>
        <source>Offered value</source>
        <translation>Предлагать значение</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Пояснение</translation>
    </message>
    <message>
        <source>Offered value of {variable}</source>
        <translation>Какое значение предлагать для {variable}</translation>
    </message>
    <message>
        <source>What {variable} is for</source>
        <translation>Пояснение к {variable}</translation>
    </message>
</context>
<context>
    <name>ViewName</name>
    <message>
        <source>Name of the view</source>
        <translation>Название вида</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>There is a view of this name; it is replaced.</source>
        <translation>Вид с таким названием уже есть; он будет заменён.</translation>
    </message>
    <message>
        <source>What is searched and chosen above the list, and its order. “7 days” stays the last seven.</source>
        <translation>Поиск, всё, что выбрано над списком, и порядок строк. «7 дней» останутся последними семью.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Сохранить вид</translation>
    </message>
</context>
<context>
    <name>ViewsChip</name>
    <message>
        <source>Views</source>
        <translation>Виды</translation>
    </message>
    <message>
        <source>Views with names</source>
        <translation>Сохранённые виды</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>The view “{name}” was saved.</source>
        <translation>Вид «{name}» сохранён.</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Сохранить этот вид…</translation>
    </message>
    <message>
        <source>The views could not be saved: {detail}</source>
        <translation>Не удалось сохранить виды: {detail}</translation>
    </message>
    <message>
        <source>The view “{name}” was deleted. The sends stay.</source>
        <translation>Вид «{name}» удалён. Сами отправки остались.</translation>
    </message>
</context>
<context>
    <name>WhyLine</name>
    <message>
        <source>Counting once more before sending. Until then Cancel stops it.</source>
        <translation>Получатели считаются ещё раз перед отправкой. До конца подсчёта «Отмена» остановит отправку.</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Сообщение</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>H&amp;istory</source>
        <translation>&amp;История</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Аккаунт</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>С&amp;правка</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новое</translation>
    </message>
    <message>
        <source>Empties the form of this tab (Ctrl+N)</source>
        <translation>Очистит форму этой вкладки (Ctrl+N)</translation>
    </message>
    <message>
        <source>Drafts…</source>
        <translation>Черновики…</translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation>Шаблоны…</translation>
    </message>
    <message>
        <source>Find a person…</source>
        <translation>Найти человека…</translation>
    </message>
    <message>
        <source>Save draft as…</source>
        <translation>Сохранить черновик как…</translation>
    </message>
    <message>
        <source>Save as template…</source>
        <translation>Сохранить как шаблон…</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Следующее замечание</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Предыдущее замечание</translation>
    </message>
    <message>
        <source>Fill in variables…</source>
        <translation>Заполнить переменные…</translation>
    </message>
    <message>
        <source>Sends this message to the audience for trials</source>
        <translation>Отправит это сообщение аудитории для пробных отправок</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Отправить…</translation>
    </message>
    <message>
        <source>Shows who gets it and asks once more (Ctrl+Enter)</source>
        <translation>Покажет получателей и спросит ещё раз (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Campaign…</source>
        <translation>Кампания…</translation>
    </message>
    <message>
        <source>Sends this message to the people of a file, with each one&apos;s own text (Ctrl+Shift+Enter)</source>
        <translation>Отправит это сообщение людям из файла, каждому со своим текстом (Ctrl+Shift+Enter)</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Кампании</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Предпросмотр</translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation>Аккаунты…</translation>
    </message>
    <message>
        <source>Sandbox: what arrived</source>
        <translation>Песочница: что пришло</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Открыть папку с журналом ошибок</translation>
    </message>
    <message>
        <source>About Scoro Desktop</source>
        <translation>О программе Scoro Desktop</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Найти команду…</translation>
    </message>
    <message>
        <source>Close page</source>
        <translation>Закрыть страницу</translation>
    </message>
    <message>
        <source>Saved audiences…</source>
        <translation>Сохранённые аудитории…</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Библиотека</translation>
    </message>
    <message>
        <source>History below the message</source>
        <translation>История под сообщением</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Следующая часть окна</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Предыдущая часть окна</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Искать в истории</translation>
    </message>
    <message>
        <source>Notify me while I am in another program</source>
        <translation>Уведомлять, когда открыта другая программа</translation>
    </message>
    <message>
        <source>Send trial</source>
        <translation>Отправить пробное</translation>
    </message>
    <message>
        <source>Import curl…</source>
        <translation>Импорт curl…</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>Позже…</translation>
    </message>
    <message>
        <source>Asks when this message is to be sent, and plans it (Ctrl+L)</source>
        <translation>Спросит, когда отправить сообщение, и запланирует его (Ctrl+L)</translation>
    </message>
    <message>
        <source>Planned…</source>
        <translation>Запланированное…</translation>
    </message>
    <message>
        <source>Shows what went and what is planned, by day</source>
        <translation>Покажет отправленное и запланированное по дням</translation>
    </message>
    <message>
        <source>Start with the computer</source>
        <translation>Запускать вместе с компьютером</translation>
    </message>
    <message>
        <source>Stay in the tray when closed</source>
        <translation>При закрытии сворачивать в трей</translation>
    </message>
    <message>
        <source>Do-not-send list…</source>
        <translation>Список «не писать»…</translation>
    </message>
    <message>
        <source>What a person got…</source>
        <translation>Что получал человек…</translation>
    </message>
</context>
<context>
    <name>YesNoValue</name>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>да или нет</translation>
    </message>
</context>
<context>
    <name>ZoneBox</name>
    <message>
        <source>local time</source>
        <translation>местное время</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Other zone…</source>
        <translation>Другой пояс…</translation>
    </message>
</context>
<context>
    <name>ZoneDialog</name>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>City, region or offset</source>
        <translation>Город, регион или смещение</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Выбрать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>No city, region or offset has this name.</source>
        <translation>Города, региона или смещения с таким названием нет.</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>About Scoro Desktop</source>
        <translation>О программе Scoro Desktop</translation>
    </message>
    <message>
        <source>Scoro Desktop {version}</source>
        <translation>Scoro Desktop {version}</translation>
    </message>
    <message>
        <source>Push notifications and SMS to the users of an app built on Scorocode.

MIT licence. Built with Qt {qt} and PySide6 under the LGPL.</source>
        <translation>Push-уведомления и SMS пользователям приложения на Scorocode.

Лицензия MIT. Сделано на Qt {qt} и PySide6 (LGPL).</translation>
    </message>
</context>
<context>
    <name>accounts</name>
    <message>
        <source>Sandbox</source>
        <translation>Песочница</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Тестовая среда</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Рабочая среда</translation>
    </message>
    <message>
        <source>A stand-in for the server: what is sent reaches nobody.</source>
        <translation>Имитация сервера: отправленное никто не получит.</translation>
    </message>
    <message>
        <source>A real server with test devices: what is sent reaches testers.</source>
        <translation>Настоящий сервер с тестовыми устройствами: отправленное получат тестировщики.</translation>
    </message>
    <message>
        <source>The real thing: what is sent reaches your customers.</source>
        <translation>Всё по-настоящему: отправленное получат ваши клиенты.</translation>
    </message>
    <message>
        <source>messageKey — sends messages</source>
        <translation>messageKey&#xa0;— отправляет сообщения</translation>
    </message>
    <message>
        <source>masterKey — opens everything</source>
        <translation>masterKey&#xa0;— открывает всё</translation>
    </message>
    <message>
        <source>It needs a session of a user who may read what you want to count.</source>
        <translation>К нему нужна сессия пользователя с правом читать то, что вы хотите посчитать.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Среда</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Адрес сервера</translation>
    </message>
    <message>
        <source>Application id</source>
        <translation>ID приложения</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Клиентский ключ</translation>
    </message>
    <message>
        <source>Kind of access key</source>
        <translation>Тип ключа доступа</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Ключ доступа</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Сессия</translation>
    </message>
    <message>
        <source>Wait for a connection</source>
        <translation>Сколько ждать соединения</translation>
    </message>
    <message>
        <source>Wait for an answer</source>
        <translation>Сколько ждать ответа</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Запросов в секунду</translation>
    </message>
    <message>
        <source>Type the number for more than</source>
        <translation>Вводить число, если получателей больше</translation>
    </message>
    <message>
        <source>Narrow every audience to</source>
        <translation>Ограничить каждую аудиторию фильтром</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Тихие часы</translation>
    </message>
    <message>
        <source>Added to every SMS</source>
        <translation>Добавлять к каждой SMS</translation>
    </message>
    <message>
        <source>Price of one part</source>
        <translation>Цена одной части</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Prices by operator</source>
        <translation>Цены по операторам</translation>
    </message>
    <message>
        <source>The system keyring</source>
        <translation>Системное хранилище ключей</translation>
    </message>
    <message>
        <source>There is no keyring on this system, or it was never set up. Set one up (GNOME Keyring, KWallet or KeePassXC on Linux), then try again.</source>
        <translation>В системе нет хранилища ключей, или оно не настроено. Настройте его (в Linux это GNOME Keyring, KWallet или KeePassXC) и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The only keyring here would write keys into a plain file, so it is not used. Set up one that encrypts, then try again.</source>
        <translation>Единственное хранилище в системе записало бы ключи в открытый файл, поэтому программа его не использует. Настройте хранилище с шифрованием и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>{keyring} is locked. Unlock it, then try again.</source>
        <translation>{keyring}: доступ заблокирован. Разблокируйте хранилище и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>{keyring} refused. Allow this app to use it when it asks, or in its settings, then try again.</source>
        <translation>{keyring}: в доступе отказано. Разрешите доступ, когда хранилище спросит, или в его настройках и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>{keyring} did not answer in time. It may be asking for its password in a window of its own: answer it there, then try again.</source>
        <translation>{keyring}: нет ответа. Возможно, хранилище ждёт пароль в отдельном окне: введите его там и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>{keyring} failed. Try again, or restart it if it fails again.</source>
        <translation>{keyring}: сбой. Попробуйте ещё раз, а если повторится, перезапустите хранилище.</translation>
    </message>
    <message>
        <source>The server was asked too often. Wait a minute, then try again.</source>
        <translation>К серверу обращались слишком часто. Подождите минуту и попробуйте снова.</translation>
    </message>
    <message>
        <source>The server failed: “{said}”. Try again later.</source>
        <translation>На сервере произошёл сбой: «{said}». Попробуйте позже.</translation>
    </message>
    <message>
        <source>The server refused and gave no reason.</source>
        <translation>Сервер отказал и не назвал причину.</translation>
    </message>
    <message>
        <source>The server refused: “{said}”.</source>
        <translation>Сервер отказал: «{said}».</translation>
    </message>
    <message>
        <source>Something in the account is missing or wrong.</source>
        <translation>В аккаунте чего-то не хватает или есть ошибка.</translation>
    </message>
    <message>
        <source>The server&apos;s name was not found. Is this computer online?</source>
        <translation>Сервер с таким именем не нашёлся. Компьютер подключён к интернету?</translation>
    </message>
    <message>
        <source>Nothing answers at this address.</source>
        <translation>По этому адресу никто не отвечает.</translation>
    </message>
    <message>
        <source>No connection could be made in time.</source>
        <translation>Не удалось вовремя соединиться.</translation>
    </message>
    <message>
        <source>The server could not prove who it is, so nothing was told to it.</source>
        <translation>Сервер не смог подтвердить свою подлинность, поэтому ему ничего не передано.</translation>
    </message>
    <message>
        <source>The file of certificates that this computer&apos;s settings name cannot be read. Nothing was asked.</source>
        <translation>Не удаётся прочитать файл сертификатов, указанный в настройках этого компьютера. Запроса не было.</translation>
    </message>
    <message>
        <source>The proxy of your network would not connect to the server.</source>
        <translation>Прокси вашей сети не соединил с сервером.</translation>
    </message>
    <message>
        <source>The proxy of your network wants a name and a password.</source>
        <translation>Прокси вашей сети требует имя и пароль.</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy setting cannot be read. Nothing was asked.</source>
        <translation>Не удаётся прочитать настройку прокси на этом компьютере. Запроса не было.</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy is of a kind that the app cannot use.</source>
        <translation>Прокси этого компьютера такого вида, с которым программа не работает.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Сервер не ответил вовремя.</translation>
    </message>
    <message>
        <source>The connection broke.</source>
        <translation>Соединение оборвалось.</translation>
    </message>
    <message>
        <source>The server points to another address. Is this the address of the API?</source>
        <translation>Сервер направляет на другой адрес. Это точно адрес API?</translation>
    </message>
    <message>
        <source>The server refused in a way that the API does not. Is this the address of the API?</source>
        <translation>Сервер отказал не так, как отказывает API. Это точно адрес API?</translation>
    </message>
    <message>
        <source>A gateway answered in place of the server. Try again later.</source>
        <translation>Вместо сервера ответил шлюз. Попробуйте позже.</translation>
    </message>
    <message>
        <source>The answer is not one of the API. Is this the address of the API?</source>
        <translation>API так не отвечает. Это точно адрес API?</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>подходит</translation>
    </message>
    <message>
        <source>cannot be used. {why}</source>
        <translation>использовать нельзя. {why}</translation>
    </message>
    <message>
        <source>{keyring} has keys for another server or application than this.</source>
        <translation>{keyring} хранит ключи для другого сервера или приложения.</translation>
    </message>
    <message>
        <source>The keys were given for {given_for}. The account now says {now}. Nothing was asked or sent there. If you did not change that yourself, somebody or something changed the app&apos;s file: go back.</source>
        <translation>Ключи введены для {given_for}. Теперь в аккаунте указано {now}. Туда ничего не запрашивали и не отправляли. Если вы этого не меняли, кто-то или что-то изменило файл программы: верните как было.</translation>
    </message>
    <message>
        <source>the application {id}</source>
        <translation>приложения {id}</translation>
    </message>
    <message>
        <source>Go back to {what}</source>
        <translation>Вернуть {what}</translation>
    </message>
    <message>
        <source>Use the keys for {what}</source>
        <translation>Использовать ключи для {what}</translation>
    </message>
    <message>
        <source>Hold before it leaves</source>
        <translation>Задержка перед отправкой</translation>
    </message>
    <message>
        <source>It needs no session. Whoever has it can do anything with the app&apos;s data.</source>
        <translation>Сессия не нужна. С этим ключом можно сделать с данными приложения что угодно.</translation>
    </message>
    <message>
        <source>Ask again if the number changed by more than</source>
        <translation>Переспросить, если число изменилось больше чем на</translation>
    </message>
    <message>
        <source>The keys are longer than {keyring} takes. Was something else pasted by mistake? Check them.</source>
        <translation>{keyring}: ключи слишком длинные. Может быть, вставили что-то другое? Проверьте их.</translation>
    </message>
    <message>
        <source>{keyring} deleted the old keys and did not save the new ones. The new ones are still in this form: try again before you close it.</source>
        <translation>{keyring}: старые ключи удалены, а новые не сохранились. Новые ещё есть в этой форме: попробуйте снова, пока не закрыли её.</translation>
    </message>
    <message>
        <source>The server gave up on the request. Try again later.</source>
        <translation>Сервер не довёл запрос до конца. Попробуйте позже.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>не подходит</translation>
    </message>
    <message>
        <source>not checked: only a real message would show it</source>
        <translation>не проверено: это покажет только настоящее сообщение</translation>
    </message>
    <message>
        <source>not checked: correct it first</source>
        <translation>не проверено: сначала исправьте</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>не проверено</translation>
    </message>
    <message>
        <source>Days that data of a campaign is kept</source>
        <translation>Сколько дней хранить данные кампании</translation>
    </message>
    <message>
        <source>Nobody twice within</source>
        <translation>Не писать дважды в течение</translation>
    </message>
    <message>
        <source>Those messaged within that time</source>
        <translation>Кому уже писали за это время</translation>
    </message>
    <message>
        <source>Keep the history</source>
        <translation>Хранить историю</translation>
    </message>
    <message>
        <source>may be wrong, the server does not say which</source>
        <translation>возможно, ошибка здесь, сервер не уточняет, где именно</translation>
    </message>
    <message>
        <source>The server is too busy or under maintenance. Try again later.</source>
        <translation>Сервер перегружен или на обслуживании. Попробуйте позже.</translation>
    </message>
    <message>
        <source>Your network wants you to log in to it first, as in a hotel.</source>
        <translation>Сначала нужно войти в вашу сеть, как в гостинице.</translation>
    </message>
</context>
<context>
    <name>calendar</name>
    <message>
        <source>+{number} more</source>
        <translation>ещё {number}</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(без текста)</translation>
    </message>
    <message>
        <source>{channel} · {account}</source>
        <translation>{channel} · {account}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln planned</source>
        <translation>
            <numerusform>%Ln запланировано</numerusform>
            <numerusform>%Ln запланировано</numerusform>
            <numerusform>%Ln запланировано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln сообщение</numerusform>
            <numerusform>%Ln сообщения</numerusform>
            <numerusform>%Ln сообщений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>campaigns</name>
    <message>
        <source>A campaign is running</source>
        <translation>Идёт отправка кампании</translation>
    </message>
    <message numerus="yes">
        <source>%Ln campaign(s) will not go on while the app is closed.</source>
        <translation>
            <numerusform>%Ln кампания не продолжится, пока программа закрыта.</numerusform>
            <numerusform>%Ln кампании не продолжатся, пока программа закрыта.</numerusform>
            <numerusform>%Ln кампаний не продолжатся, пока программа закрыта.</numerusform>
        </translation>
    </message>
    <message>
        <source>“Pause and close” waits for the requests under way and closes the app then. The campaign stays on its page: “Go on” sends the rest whenever you like, and nobody gets it twice.</source>
        <translation>«Пауза и закрыть» дождётся начатых запросов и закроет программу. Кампания останется на своей странице: «Продолжить» отправит остальное, когда захотите, и никто не получит сообщение дважды.</translation>
    </message>
    <message>
        <source>Pause and close</source>
        <translation>Пауза и закрыть</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Пусть идёт</translation>
    </message>
    <message>
        <source>Stop the campaign</source>
        <translation>Остановить кампанию</translation>
    </message>
    <message>
        <source>They are marked “Skipped” and can be exported as a list. A stopped campaign cannot go on; to have a break, pause it. What was sent stays sent, and requests under way still arrive.</source>
        <translation>Они получат отметку «Пропущено», и их можно будет выгрузить списком. Остановленную кампанию нельзя продолжить; для перерыва есть «Пауза». Отправленное не вернуть, а начатые запросы ещё дойдут.</translation>
    </message>
    <message>
        <source>Stop for good</source>
        <translation>Остановить совсем</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people have not got it yet. Stop anyway?</source>
        <translation>
            <numerusform>Ещё %Ln человек не получил сообщение. Всё равно остановить?</numerusform>
            <numerusform>Ещё %Ln человека не получили сообщение. Всё равно остановить?</numerusform>
            <numerusform>Ещё %Ln человек не получили сообщение. Всё равно остановить?</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the campaign</source>
        <translation>Оставить кампанию</translation>
    </message>
    <message>
        <source>Delete phones and texts</source>
        <translation>Удалить телефоны и тексты</translation>
    </message>
    <message>
        <source>Delete the phones, names and texts of this campaign from this computer?</source>
        <translation>Удалить с этого компьютера телефоны, имена и тексты этой кампании?</translation>
    </message>
    <message>
        <source>How many were sent, refused or in doubt stays in the list. Who they were cannot be seen or exported any more. This cannot be undone. Your own file stays where it is.</source>
        <translation>Сколько отправлено, отклонено и неизвестно, останется в списке. Кто это был, больше нельзя будет ни увидеть, ни выгрузить. Отменить это нельзя. Ваш файл останется на месте.</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Discard the campaign</source>
        <translation>Удалить кампанию</translation>
    </message>
    <message>
        <source>Discard this campaign with its list?</source>
        <translation>Удалить эту кампанию вместе с её списком?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>the message’s audience</source>
        <translation>аудиторию сообщения</translation>
    </message>
    <message>
        <source>The message’s audience</source>
        <translation>Аудитория сообщения</translation>
    </message>
    <message>
        <source>the audience: {count}</source>
        <translation>аудиторию: {count}</translation>
    </message>
    <message>
        <source>Audience: {count}</source>
        <translation>Аудитория: {count}</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>Готовится</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>Готова к отправке</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Paused: see why</source>
        <translation>Пауза: см. причину</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлена</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Завершена</translation>
    </message>
    <message>
        <source>{name} — {word}</source>
        <translation>{name}&#xa0;— {word}</translation>
    </message>
    <message>
        <source>The quiet hours of this account have begun. Go on once they are over, or now if you must.</source>
        <translation>Начались тихие часы этого аккаунта. Продолжите, когда они кончатся, или сейчас, если иначе нельзя.</translation>
    </message>
    <message>
        <source>The application has no messages left on its plan. Ask whoever runs it for more, then go on.</source>
        <translation>На тарифе приложения не осталось сообщений. Попросите того, кто им управляет, добавить их и продолжите.</translation>
    </message>
    <message>
        <source>The keys of this account cannot be read any more. Unlock the keyring of this computer or enter the keys under “Accounts…”, then go on.</source>
        <translation>Ключи этого аккаунта больше не удаётся прочитать. Разблокируйте хранилище ключей или введите ключи в разделе «Аккаунты…» и продолжите.</translation>
    </message>
    <message>
        <source>The clock of this computer was put back. Check date and time, then go on.</source>
        <translation>Часы компьютера перевели назад. Проверьте дату и время и продолжите.</translation>
    </message>
    <message>
        <source>The server sent more messages than this request has people. Ask your developer why before you go on.</source>
        <translation>Сервер отправил больше сообщений, чем людей в запросе. Прежде чем продолжать, выясните у разработчика почему.</translation>
    </message>
    <message>
        <source>The app was closed while it ran. Requests without an answer then are marked “In doubt”. “Go on” sends the rest; nobody gets it twice.</source>
        <translation>Программу закрыли во время отправки. Запросы, оставшиеся без ответа, отмечены «Неизвестно». «Продолжить» отправит остальное; дважды не получит никто.</translation>
    </message>
    <message>
        <source>Something went wrong in the app, and it stopped to be safe. What was sent is listed below. “Go on” sends the rest.</source>
        <translation>В программе произошла ошибка, и отправка на всякий случай приостановлена. Что отправлено, видно ниже. «Продолжить» отправит остальное.</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>Пауза по вашей команде</translation>
    </message>
    <message>
        <source>A request got no clear answer</source>
        <translation>Запрос остался без ясного ответа</translation>
    </message>
    <message>
        <source>The session has ended</source>
        <translation>Сессия закончилась</translation>
    </message>
    <message>
        <source>The server keeps refusing</source>
        <translation>Сервер отклоняет запросы</translation>
    </message>
    <message>
        <source>No connection to the server</source>
        <translation>Нет связи с сервером</translation>
    </message>
    <message>
        <source>Quiet hours have begun</source>
        <translation>Начались тихие часы</translation>
    </message>
    <message>
        <source>No messages left on the plan</source>
        <translation>На тарифе не осталось сообщений</translation>
    </message>
    <message>
        <source>The keys cannot be read</source>
        <translation>Ключи не читаются</translation>
    </message>
    <message>
        <source>The clock was put back</source>
        <translation>Часы перевели назад</translation>
    </message>
    <message>
        <source>The account has changed</source>
        <translation>Аккаунт изменился</translation>
    </message>
    <message>
        <source>More was sent than there are people</source>
        <translation>Отправлено больше, чем людей</translation>
    </message>
    <message>
        <source>The app was closed</source>
        <translation>Программа была закрыта</translation>
    </message>
    <message>
        <source>Something went wrong in the app</source>
        <translation>Ошибка в программе</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Не проверено</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Исключено</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждёт</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Отправляется</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Ещё не отправлено</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Пропущено</translation>
    </message>
    <message numerus="yes">
        <source>%Ln s</source>
        <translation>
            <numerusform>%Ln&#xa0;с</numerusform>
            <numerusform>%Ln&#xa0;с</numerusform>
            <numerusform>%Ln&#xa0;с</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln&#xa0;мин</numerusform>
            <numerusform>%Ln&#xa0;мин</numerusform>
            <numerusform>%Ln&#xa0;мин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <translation>
            <numerusform>%Ln&#xa0;ч</numerusform>
            <numerusform>%Ln&#xa0;ч</numerusform>
            <numerusform>%Ln&#xa0;ч</numerusform>
        </translation>
    </message>
    <message>
        <source>comma (,)</source>
        <translation>запятая (,)</translation>
    </message>
    <message>
        <source>semicolon (;)</source>
        <translation>точка с запятой (;)</translation>
    </message>
    <message>
        <source>bar (|)</source>
        <translation>черта (|)</translation>
    </message>
    <message>
        <source>The list was changed while it was being saved. Check everyone again.</source>
        <translation>Список изменился во время записи. Проверьте всех ещё раз.</translation>
    </message>
    <message>
        <source>{hours} {minutes}</source>
        <translation>{hours} {minutes}</translation>
    </message>
    <message>
        <source>“Go on” sends the rest.</source>
        <translation>«Продолжить» отправит остальное.</translation>
    </message>
    <message>
        <source>The server no longer accepts the session of this account. The request that it refused reached nobody and waits with the rest. Log in again, then go on.</source>
        <translation>Сервер больше не принимает сессию этого аккаунта. Отклонённый запрос никому не ушёл и ждёт вместе с остальными. Войдите заново, затем продолжите.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln человек</numerusform>
            <numerusform>%Ln человека</numerusform>
            <numerusform>%Ln человек</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows in the list</source>
        <translation>Строк в списке</translation>
    </message>
    <message>
        <source>Get the message</source>
        <translation>Получат сообщение</translation>
    </message>
    <message>
        <source>{parts}: {people}</source>
        <translation>{parts}: {people}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln часть</numerusform>
            <numerusform>%Ln части</numerusform>
            <numerusform>%Ln частей</numerusform>
        </translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длина</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) have Cyrillic or emoji: a part holds 70 characters instead of 160</source>
        <translation>
            <numerusform>В %Ln тексте кириллица или эмодзи: в части до 70 символов вместо 160</numerusform>
            <numerusform>В %Ln текстах кириллица или эмодзи: в части до 70 символов вместо 160</numerusform>
            <numerusform>В %Ln текстах кириллица или эмодзи: в части до 70 символов вместо 160</numerusform>
        </translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Символы</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Стоимость</translation>
    </message>
    <message>
        <source>{number}: people with the same text share one</source>
        <translation>{number}: один на всех с тем же текстом</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Запросы</translation>
    </message>
    <message>
        <source>Sent already</source>
        <translation>Уже отправляли</translation>
    </message>
    <message>
        <source>Started now, it ends about {clock}: it takes {time}.</source>
        <translation>Если начать сейчас, закончится около {clock}. Займёт: {time}.</translation>
    </message>
    <message>
        <source>⚠ The quiet hours begin at {clock}: it pauses then, and goes on when you say so.</source>
        <translation>⚠ В {clock} начнутся тихие часы: отправка встанет на паузу и продолжится по вашей команде.</translation>
    </message>
    <message numerus="yes">
        <source>Start: %Ln SMS</source>
        <translation>
            <numerusform>Начать: %Ln SMS</numerusform>
            <numerusform>Начать: %Ln SMS</numerusform>
            <numerusform>Начать: %Ln SMS</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start: %Ln people</source>
        <translation>
            <numerusform>Начать: %Ln человек</numerusform>
            <numerusform>Начать: %Ln человека</numerusform>
            <numerusform>Начать: %Ln человек</numerusform>
        </translation>
    </message>
    <message>
        <source>⚠ the same text to the same list, {when}</source>
        <translation>⚠ тот же текст по тому же списку, {when}</translation>
    </message>
    <message>
        <source>the same list, {when}</source>
        <translation>по тому же списку, {when}</translation>
    </message>
    <message>
        <source>the same text, {when}</source>
        <translation>тот же текст, {when}</translation>
    </message>
    <message>
        <source>about {sum}</source>
        <translation>около {sum}</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>цена неизвестна</translation>
    </message>
    <message>
        <source>{operator}: {price}</source>
        <translation>{operator}: {price}</translation>
    </message>
    <message numerus="yes">
        <source>The price is not known for %Ln people: they are not in the sum.</source>
        <translation>
            <numerusform>Для %Ln человека цена неизвестна: в сумму он не входит.</numerusform>
            <numerusform>Для %Ln человек цена неизвестна: в сумму они не входят.</numerusform>
            <numerusform>Для %Ln человек цена неизвестна: в сумму они не входят.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not a file. Choose a CSV, TSV or XLSX file.</source>
        <translation>Это не файл. Выберите файл CSV, TSV или XLSX.</translation>
    </message>
    <message>
        <source>The file is not there any more. Choose it again.</source>
        <translation>Файла больше нет на месте. Выберите его снова.</translation>
    </message>
    <message>
        <source>The system does not let the file be read: {reason}. Close it in other programs, or copy it.</source>
        <translation>Система не даёт прочитать файл: {reason}. Закройте его в других программах или сделайте копию.</translation>
    </message>
    <message>
        <source>The file was changed since it was chosen. Choose it again.</source>
        <translation>Файл изменился после того, как его выбрали. Выберите его снова.</translation>
    </message>
    <message>
        <source>There is nothing in the file.</source>
        <translation>Файл пуст.</translation>
    </message>
    <message>
        <source>The file is larger than {limit}. Split it into several.</source>
        <translation>Файл больше {limit}. Разделите его на несколько.</translation>
    </message>
    <message>
        <source>Row {row} is longer than any table’s. Is it really a list of people?</source>
        <translation>Строка {row} длиннее, чем бывает в таблицах. Это точно список людей?</translation>
    </message>
    <message>
        <source>The file has more than {limit} columns. Delete those that the message does not need.</source>
        <translation>В файле больше {limit} столбцов. Удалите те, что не нужны сообщению.</translation>
    </message>
    <message>
        <source>This is not a text or a spreadsheet. Save your list as CSV UTF-8 or as XLSX.</source>
        <translation>Это не текст и не таблица. Сохраните список как CSV UTF-8 или XLSX.</translation>
    </message>
    <message>
        <source>The file ends in the middle of a character: it was not copied to its end.</source>
        <translation>Файл обрывается на середине символа: он скопирован не до конца.</translation>
    </message>
    <message>
        <source>A quotation mark that opens in row {row} is never closed, so the rows below it cannot be told apart. Close it in the file.</source>
        <translation>Кавычка, открытая в строке {row}, нигде не закрыта, и строки ниже не отличить одну от другой. Закройте её в файле.</translation>
    </message>
    <message>
        <source>The file has no row {row}. Choose another for the titles.</source>
        <translation>В файле нет строки {row}. Выберите для заголовков другую.</translation>
    </message>
    <message>
        <source>Two columns have the same title: “{first}” and “{second}”. Rename one of them in the file.</source>
        <translation>У двух столбцов одинаковый заголовок: «{first}» и «{second}». Переименуйте один из них в файле.</translation>
    </message>
    <message>
        <source>The spreadsheet is damaged. Open it in Excel and save it again as XLSX.</source>
        <translation>Таблица повреждена. Откройте её в Excel и сохраните заново как XLSX.</translation>
    </message>
    <message>
        <source>There is no sheet “{sheet}” in the file. Choose another.</source>
        <translation>В файле нет листа «{sheet}». Выберите другой.</translation>
    </message>
    <message>
        <source>The spreadsheet is larger than {limit} when it is unpacked. Save it as CSV instead.</source>
        <translation>В распакованном виде таблица больше {limit}. Сохраните её как CSV.</translation>
    </message>
    <message>
        <source>The sheet reaches as far as cell {cell}. Delete what is not part of the list, or use CSV.</source>
        <translation>Лист доходит до ячейки {cell}. Удалите лишнее или сохраните список как CSV.</translation>
    </message>
    <message>
        <source>The spreadsheet took longer than {limit} seconds to read. Save it as CSV instead.</source>
        <translation>Таблица не прочиталась за {limit}&#xa0;с. Сохраните её как CSV.</translation>
    </message>
    <message>
        <source>The reader of spreadsheets could not be started. Save the list as CSV, or start the app again.</source>
        <translation>Не удалось начать чтение таблиц. Сохраните список как CSV или перезапустите программу.</translation>
    </message>
    <message>
        <source>The file cannot be read. Save it as CSV UTF-8 and try again.</source>
        <translation>Файл не читается. Сохраните его как CSV UTF-8 и попробуйте снова.</translation>
    </message>
    <message>
        <source>This is a spreadsheet of the old kind (XLS). Save it as XLSX or CSV.</source>
        <translation>Это таблица старого вида (XLS). Сохраните её как XLSX или CSV.</translation>
    </message>
    <message>
        <source>This is an OpenDocument spreadsheet. Save it as XLSX or CSV.</source>
        <translation>Это таблица OpenDocument. Сохраните её как XLSX или CSV.</translation>
    </message>
    <message>
        <source>This is a web page with the name of a spreadsheet. Open it in Excel and save it as XLSX.</source>
        <translation>Это веб-страница под именем таблицы. Откройте её в Excel и сохраните как XLSX.</translation>
    </message>
    <message>
        <source>This is a PDF. Ask for the list as XLSX or CSV.</source>
        <translation>Это PDF. Попросите прислать список в XLSX или CSV.</translation>
    </message>
    <message>
        <source>The spreadsheet has a password. Save it without one, or as CSV.</source>
        <translation>На таблице стоит пароль. Сохраните её без пароля или как CSV.</translation>
    </message>
    <message>
        <source>This is not a list of people. Choose a CSV, TSV or XLSX file.</source>
        <translation>Это не список людей. Выберите файл CSV, TSV или XLSX.</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>табуляция</translation>
    </message>
    <message>
        <source>The column “{column}” seems to say who must not be written to. It is not looked at: take those rows out of the file first.</source>
        <translation>Столбец «{column}», похоже, говорит, кому писать нельзя. Программа его не учитывает: сначала уберите эти строки из файла.</translation>
    </message>
    <message>
        <source>Cells are merged in {range}: only the first of them has the value, the others are empty.</source>
        <translation>Ячейки {range} объединены: значение есть только в первой, остальные пусты.</translation>
    </message>
    <message>
        <source>This sheet is hidden in the spreadsheet.</source>
        <translation>Этот лист в таблице скрыт.</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>телефон</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>почта</translation>
    </message>
    <message>
        <source>user id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>user name</source>
        <translation>имя пользователя</translation>
    </message>
    <message>
        <source>audience</source>
        <translation>аудитория</translation>
    </message>
    <message>
        <source>{list} · {rows}</source>
        <translation>{list} · {rows}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln строка</numerusform>
            <numerusform>%Ln строки</numerusform>
            <numerusform>%Ln строк</numerusform>
        </translation>
    </message>
    <message>
        <source>{ready} get it, {out} do not</source>
        <translation>получат: {ready}, исключено: {out}</translation>
    </message>
    <message>
        <source>Log in again…</source>
        <translation>Войти заново…</translation>
    </message>
    <message>
        <source>Open the account…</source>
        <translation>Открыть аккаунт…</translation>
    </message>
    <message>
        <source>Not found in the app</source>
        <translation>Нет в базе</translation>
    </message>
    <message>
        <source>Found more than once</source>
        <translation>Найдено несколько</translation>
    </message>
    <message>
        <source>Empty value, no fallback</source>
        <translation>Пусто, нет запасного слова</translation>
    </message>
    <message>
        <source>No phone or device</source>
        <translation>Нет телефона или устройства</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Отказались от сообщений</translation>
    </message>
    <message>
        <source>They are on the account’s do-not-send list, or your list says that they want no messages. Neither can be overridden here.</source>
        <translation>Они в списке «не писать» этого аккаунта, или отказ указан в вашем списке. Здесь этого не отменить.</translation>
    </message>
    <message>
        <source>On the do-not-send list</source>
        <translation>В списке «не писать»</translation>
    </message>
    <message>
        <source>Got a message lately</source>
        <translation>Недавно получали сообщение</translation>
    </message>
    <message>
        <source>Nobody named in the row</source>
        <translation>Человек не указан</translation>
    </message>
    <message>
        <source>Cannot tell who it is</source>
        <translation>Непонятно, кто это</translation>
    </message>
    <message>
        <source>Outside the account’s condition</source>
        <translation>Вне условия аккаунта</translation>
    </message>
    <message>
        <source>Text cannot be sent</source>
        <translation>Текст не отправить</translation>
    </message>
    <message>
        <source>Row cannot be read</source>
        <translation>Строка не читается</translation>
    </message>
    <message>
        <source>Left out by you</source>
        <translation>Исключены вами</translation>
    </message>
    <message>
        <source>In a request that was sent</source>
        <translation>В отправленном запросе</translation>
    </message>
    <message>
        <source>No longer matched when it was sent</source>
        <translation>Уже не подходил при отправке</translation>
    </message>
    <message>
        <source>The server found nobody to send it to</source>
        <translation>Сервер никого не нашёл</translation>
    </message>
    <message>
        <source>You stopped the campaign first</source>
        <translation>Вы остановили кампанию</translation>
    </message>
    <message>
        <source>Fill the cell in the file, or leave these rows out.</source>
        <translation>Заполните ячейку в файле или оставьте эти строки исключёнными.</translation>
    </message>
    <message>
        <source>The value is not what the column should hold, as a phone with too few digits.</source>
        <translation>Значение не такое, каким должно быть в этом столбце: например, в телефоне мало цифр.</translation>
    </message>
    <message>
        <source>Nobody among the users of the app has this value.</source>
        <translation>Ни у кого из пользователей приложения нет такого значения.</translation>
    </message>
    <message>
        <source>Several users have this value, so it is unclear who is meant. Choose another column to find people by.</source>
        <translation>Такое значение у нескольких пользователей, и неясно, кто имеется в виду. Выберите другой столбец.</translation>
    </message>
    <message>
        <source>A field of the text would be empty. Give it a fallback in the text: {{name|friend}}.</source>
        <translation>Поле в тексте осталось бы пустым. Задайте в тексте запасное слово: {{имя|друг}}.</translation>
    </message>
    <message>
        <source>The person is there, but has nothing that this message could be sent to.</source>
        <translation>Человек в базе есть, но отправить ему это сообщение некуда.</translation>
    </message>
    <message>
        <source>The row leads to a person who gets the text of a row above.</source>
        <translation>Строка ведёт к человеку, который получит текст строки выше.</translation>
    </message>
    <message>
        <source>The phone belongs to somebody who gets the text of a row above.</source>
        <translation>На этот телефон уйдёт текст строки выше.</translation>
    </message>
    <message>
        <source>The person got a message from this app a short while ago.</source>
        <translation>Человек недавно получил сообщение из этой программы.</translation>
    </message>
    <message>
        <source>The account’s own condition, which narrows every audience, excludes them.</source>
        <translation>Их исключает условие аккаунта, которое сужает любую аудиторию.</translation>
    </message>
    <message>
        <source>With the values of this row the message breaks a limit or a rule.</source>
        <translation>Со значениями этой строки сообщение нарушает ограничение или правило.</translation>
    </message>
    <message>
        <source>The row has more cells than there are columns, or cannot be decoded.</source>
        <translation>В строке больше ячеек, чем столбцов, или её нельзя прочитать в этой кодировке.</translation>
    </message>
    <message>
        <source>The server sent the request that this person is in, but its answer only counts messages: it does not say who got one.</source>
        <translation>Сервер отправил запрос, в котором был этот человек, но ответил только числом сообщений: кто их получил, он не говорит.</translation>
    </message>
    <message>
        <source>More cells than there are columns</source>
        <translation>Ячеек больше, чем столбцов</translation>
    </message>
    <message>
        <source>Characters that are not of this encoding</source>
        <translation>Символы не этой кодировки</translation>
    </message>
    <message>
        <source>A quotation mark closes in the middle of a cell</source>
        <translation>Кавычка закрывается посреди ячейки</translation>
    </message>
    <message>
        <source>A cell is too long</source>
        <translation>Слишком длинная ячейка</translation>
    </message>
    <message>
        <source>A formula gave an error</source>
        <translation>Ошибка в формуле</translation>
    </message>
    <message>
        <source>A formula whose result is not in the file</source>
        <translation>Результата формулы нет в файле</translation>
    </message>
    <message>
        <source>Nothing for: {fields}</source>
        <translation>Нет значения: {fields}</translation>
    </message>
    <message>
        <source>Your list says that they opted out</source>
        <translation>Отказ указан в вашем списке</translation>
    </message>
    <message>
        <source>Same person as row {row}</source>
        <translation>Тот же человек, что в строке {row}</translation>
    </message>
    <message>
        <source>Same phone as row {row}</source>
        <translation>Тот же телефон, что в строке {row}</translation>
    </message>
    <message>
        <source>The spreadsheet rounded it: digits are lost</source>
        <translation>Таблица округлила номер: цифры потеряны</translation>
    </message>
    <message>
        <source>A phone with an extension</source>
        <translation>Телефон с добавочным</translation>
    </message>
    <message>
        <source>Two phones in one cell</source>
        <translation>Два телефона в ячейке</translation>
    </message>
    <message>
        <source>Letters instead of a phone</source>
        <translation>Буквы вместо телефона</translation>
    </message>
    <message>
        <source>Too few digits</source>
        <translation>Слишком мало цифр</translation>
    </message>
    <message>
        <source>Too many digits</source>
        <translation>Слишком много цифр</translation>
    </message>
    <message>
        <source>No country has such a code</source>
        <translation>Кода такой страны нет</translation>
    </message>
    <message>
        <source>Not as many digits as phones of that country have</source>
        <translation>Не столько цифр, сколько в телефонах этой страны</translation>
    </message>
    <message>
        <source>No country code</source>
        <translation>Нет кода страны</translation>
    </message>
    <message>
        <source>Not an e-mail address</source>
        <translation>Это не адрес почты</translation>
    </message>
    <message>
        <source>SMS sent</source>
        <translation>SMS отправлено</translation>
    </message>
    <message>
        <source>of {total} SMS sent</source>
        <translation>из {total} SMS отправлено</translation>
    </message>
    <message>
        <source>people sent to</source>
        <translation>получателям отправлено</translation>
    </message>
    <message>
        <source>of {total} people sent to</source>
        <translation>из {total} получателям отправлено</translation>
    </message>
    <message>
        <source>{rate} requests a second</source>
        <translation>запросов в секунду: {rate}</translation>
    </message>
    <message>
        <source>ends about {clock}, in {time}</source>
        <translation>закончится около {clock}, осталось: {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) under way</source>
        <translation>
            <numerusform>%Ln запрос в пути</numerusform>
            <numerusform>%Ln запроса в пути</numerusform>
            <numerusform>%Ln запросов в пути</numerusform>
        </translation>
    </message>
    <message>
        <source>The server’s code: {code}</source>
        <translation>Код сервера: {code}</translation>
    </message>
    <message>
        <source>Sent: {sent}, people: {people}</source>
        <translation>Отправлено: {sent}, людей: {people}</translation>
    </message>
    <message>
        <source>Technical: {code}</source>
        <translation>Техническое: {code}</translation>
    </message>
    <message>
        <source>The check was not finished. Nothing was sent.</source>
        <translation>Проверка не закончена. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The server does not let this account look people up: {said}. Enter the masterKey, or log in as somebody who may read users, then check again.</source>
        <translation>Сервер не даёт этому аккаунту искать людей: {said}. Укажите masterKey или войдите от имени того, кто может читать users, и проверьте снова.</translation>
    </message>
    <message>
        <source>{why}. Check the connection, then check again: the list is kept.</source>
        <translation>{why}. Проверьте соединение и повторите проверку: список сохранён.</translation>
    </message>
    <message numerus="yes">
        <source>The file has %Ln more sheet(s): see that this is the right one.</source>
        <translation>
            <numerusform>В файле есть ещё %Ln лист: проверьте, тот ли выбран.</numerusform>
            <numerusform>В файле есть ещё %Ln листа: проверьте, тот ли выбран.</numerusform>
            <numerusform>В файле есть ещё %Ln листов: проверьте, тот ли выбран.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list has nothing for {fields}. Correct the text on Compose, then press “Campaign…” again.</source>
        <translation>В списке нет ничего для {fields}. Исправьте текст на странице «Сообщение» и снова нажмите «Кампания…».</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people of the rest would have no text that can be sent, the first in row {rows}. Give its fields a fallback, or shorten it.</source>
        <translation>
            <numerusform>%Ln человек из остальных остался бы без текста, первые строки: {rows}. Задайте полям запасные слова или сократите текст.</numerusform>
            <numerusform>%Ln человека из остальных остались бы без текста, первые строки: {rows}. Задайте полям запасные слова или сократите текст.</numerusform>
            <numerusform>%Ln человек из остальных остались бы без текста, первые строки: {rows}. Задайте полям запасные слова или сократите текст.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить ещё раз</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people may have it already. Send to them again?</source>
        <translation>
            <numerusform>Возможно, %Ln человек уже получил сообщение. Отправить ещё раз?</numerusform>
            <numerusform>Возможно, %Ln человека уже получили сообщение. Отправить ещё раз?</numerusform>
            <numerusform>Возможно, %Ln человек уже получили сообщение. Отправить ещё раз?</numerusform>
        </translation>
    </message>
    <message>
        <source>No clear answer came to their requests, so nobody knows whether the message arrived. Whoever got it the first time gets it twice.</source>
        <translation>На их запросы не пришло ясного ответа, поэтому неизвестно, дошло ли сообщение. Кто получил его в первый раз, получит дважды.</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Не отправлять</translation>
    </message>
    <message>
        <source>You left these rows out. “Include” takes them back in.</source>
        <translation>Вы исключили эти строки. «Вернуть» вернёт их.</translation>
    </message>
    <message>
        <source>Ended {when}, after {time}</source>
        <translation>Завершена {when}, заняла {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in doubt</source>
        <translation>
            <numerusform>неизвестно: %Ln</numerusform>
            <numerusform>неизвестно: %Ln</numerusform>
            <numerusform>неизвестно: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>отклонено: %Ln</numerusform>
            <numerusform>отклонено: %Ln</numerusform>
            <numerusform>отклонено: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <translation>
            <numerusform>пропущено: %Ln</numerusform>
            <numerusform>пропущено: %Ln</numerusform>
            <numerusform>пропущено: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Same person as row {row}, with different {columns}</source>
        <translation>Тот же человек, что в строке {row}, но отличается: {columns}</translation>
    </message>
    <message>
        <source>Same phone as row {row}, with different {columns}</source>
        <translation>Тот же телефон, что в строке {row}, но отличается: {columns}</translation>
    </message>
    <message>
        <source>Row {row} is sent, with its values; here these differ: {columns}. To send this row instead, exclude row {row} and include this one.</source>
        <translation>Отправится строка {row} со своими значениями; здесь отличается: {columns}. Чтобы отправить эту строку вместо неё, исключите строку {row} и верните эту.</translation>
    </message>
    <message>
        <source>Ended {when}</source>
        <translation>Завершена {when}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>from {least} to {most}, by operator</source>
        <translation>от {least} до {most}, смотря какой оператор</translation>
    </message>
    <message>
        <source>Stopped {when}</source>
        <translation>Остановлена {when}</translation>
    </message>
    <message>
        <source>Stopped {when}, after {time}</source>
        <translation>Остановлена {when}, шла {time}</translation>
    </message>
    <message>
        <source>⚠ The server counts {count} in the audience and gave {came}: check everyone again.</source>
        <translation>⚠ По подсчёту сервера в аудитории {count}, а прислал он {came}. Проверьте всех ещё раз.</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Аудитория</translation>
    </message>
    <message>
        <source>The disk cannot be written to</source>
        <translation>На диск ничего не записать</translation>
    </message>
    <message>
        <source>The server refused three requests in a row for the same reason. Nothing in them went out. Fix what it says below, then go on.</source>
        <translation>Сервер отклонил три запроса подряд по одной и той же причине. Из них ничего не ушло. Исправьте то, что сказано ниже, и продолжите.</translation>
    </message>
    <message>
        <source>None of it was sent. Your file and the message on Compose stay as they are.</source>
        <translation>Из неё ничего не отправлено. Ваш файл и сообщение останутся как есть.</translation>
    </message>
    <message>
        <source>Three requests in a row found no connection to the server. Nothing in them went out. Check the network of this computer, then go on: they are tried again.</source>
        <translation>Три запроса подряд не смогли соединиться с сервером. Из них ничего не ушло. Проверьте сеть и продолжите: они будут отправлены снова.</translation>
    </message>
    <message>
        <source>Its people may or may not have got the message. They are marked “In doubt” and do not get it again. Check that your server and your network work, then go on with the rest.</source>
        <translation>Неизвестно, получили ли его люди сообщение. Они отмечены «Неизвестно», и повторно им ничего не уйдёт. Проверьте, работают ли сервер и сеть, и продолжите с остальными.</translation>
    </message>
    <message>
        <source>The disk cannot be written to any more, and nothing is sent before it is recorded there. Make room on the disk, then go on.</source>
        <translation>На диск больше ничего не записывается, а без записи ничего не отправляется. Освободите место и продолжите.</translation>
    </message>
    <message>
        <source>Same person again</source>
        <translation>Человек повторяется</translation>
    </message>
    <message>
        <source>Same phone again</source>
        <translation>Телефон повторяется</translation>
    </message>
    <message>
        <source>The data were put back from a copy</source>
        <translation>Данные восстановлены из копии</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Не отправлять</translation>
    </message>
    <message>
        <source>Send to them</source>
        <translation>Отправить им</translation>
    </message>
    <message>
        <source>The data of the app were put back from a copy, or come from another computer. Whoever got the message since they were copied gets it twice.</source>
        <translation>Данные программы восстановлены из копии или перенесены с другого компьютера. Кто получил сообщение уже после копирования, получит его дважды.</translation>
    </message>
    <message>
        <source>People who are “Waiting” may have it already. Send to them anyway?</source>
        <translation>Те, кто помечен «Ждёт», могли уже получить сообщение. Всё равно отправить им?</translation>
    </message>
    <message>
        <source>The data of the app were put back from a copy, or come from another computer. Whoever is “Waiting” below may have got it since they were copied, and the app cannot know. Go on only if you know that nobody did.</source>
        <translation>Данные программы восстановлены из копии или перенесены с другого компьютера. Те, кто ниже помечен «Ждёт», могли получить сообщение уже после копирования, и программа не может этого знать. Продолжайте, только если уверены, что никто из них его не получил.</translation>
    </message>
    <message>
        <source>It was prepared for another account, or its account was changed since. Choose the account that it was prepared for, or choose the list again for the account in use.</source>
        <translation>Кампания подготовлена для другого аккаунта, или её аккаунт с тех пор изменён. Выберите аккаунт, для которого она подготовлена, или выберите список заново для текущего аккаунта.</translation>
    </message>
    <message>
        <source>The account has another address, application, environment or condition of its own, or other keys, than when the campaign was prepared. Put them back under “Accounts…”, or stop this campaign and prepare another.</source>
        <translation>У аккаунта теперь другие адрес, приложение, среда, собственное условие или ключи, чем при подготовке кампании. Верните их в разделе «Аккаунты…» или остановите эту кампанию и подготовьте другую.</translation>
    </message>
    <message>
        <source>Its people, or its own condition, may be others now. Check everyone again.</source>
        <translation>Получатели или собственное условие аккаунта могли стать другими. Проверьте всех ещё раз.</translation>
    </message>
    <message>
        <source>The account was changed: {account}.</source>
        <translation>Аккаунт изменён: {account}.</translation>
    </message>
    <message>
        <source>Another account is chosen: {account}.</source>
        <translation>Выбран другой аккаунт: {account}.</translation>
    </message>
    <message>
        <source>It has other people. Check everyone again for it, or choose the previous account.</source>
        <translation>Получатели у него другие. Проверьте всех ещё раз или выберите прежний аккаунт.</translation>
    </message>
    <message>
        <source>Row {row} is in this sheet twice, and only one of the two can be read. Export the list again from the program that made it, as CSV if it offers that.</source>
        <translation>Строка {row} есть на этом листе дважды, а прочитать можно только одну из двух. Выгрузите список ещё раз из программы, в которой он создан, лучше в CSV.</translation>
    </message>
    <message>
        <source>The letters seem to be Chinese, Japanese or Korean, in an older encoding that cannot be read here. Open the list in a spreadsheet program and save it as CSV UTF-8 or as XLSX.</source>
        <translation>Похоже, буквы здесь китайские, японские или корейские, в старой кодировке, которая не поддерживается. Откройте список в программе для таблиц и сохраните его как CSV UTF-8 или XLSX.</translation>
    </message>
    <message>
        <source>Windows-1256 (Arabic)</source>
        <translation>Windows-1256 (арабская)</translation>
    </message>
    <message>
        <source>Windows-1250 (Central Europe)</source>
        <translation>Windows-1250 (Центральная Европа)</translation>
    </message>
    <message>
        <source>Windows-1254 (Turkish)</source>
        <translation>Windows-1254 (турецкая)</translation>
    </message>
    <message>
        <source>Windows-1257 (Baltic)</source>
        <translation>Windows-1257 (балтийская)</translation>
    </message>
    <message>
        <source>Windows-1255 (Hebrew)</source>
        <translation>Windows-1255 (иврит)</translation>
    </message>
    <message>
        <source>Windows-1253 (Greek)</source>
        <translation>Windows-1253 (греческая)</translation>
    </message>
    <message>
        <source>Mac (Cyrillic)</source>
        <translation>Mac (кириллица)</translation>
    </message>
    <message>
        <source>Mac (Western Europe)</source>
        <translation>Mac (Западная Европа)</translation>
    </message>
    <message>
        <source>Is the clock of this computer right? Set it, then check again.</source>
        <translation>Верны ли часы компьютера? Исправьте их и проверьте снова.</translation>
    </message>
    <message>
        <source>The account’s own condition has a date that cannot be worked out.</source>
        <translation>Дату в условии аккаунта не удаётся вычислить.</translation>
    </message>
    <message>
        <source>People may have changed since. Nothing is sent by the check.</source>
        <translation>За это время данные могли измениться. При проверке ничего не отправляется.</translation>
    </message>
    <message>
        <source>Not checked since the app was started.</source>
        <translation>После запуска программы проверки не было.</translation>
    </message>
    <message>
        <source>A request is still under way. Wait until it has ended, then try again.</source>
        <translation>Один из запросов ещё в пути. Дождитесь, пока он завершится, и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The text is not used yet.</source>
        <translation>Новый текст пока не применён.</translation>
    </message>
    <message>
        <source>{outcome}; may have it from before</source>
        <translation>{outcome}; возможно, уже получено раньше</translation>
    </message>
    <message>
        <source>This is a spreadsheet of another program. Save it as XLSX or CSV.</source>
        <translation>Это таблица другой программы. Сохраните её как XLSX или CSV.</translation>
    </message>
    <message>
        <source>These are commands for a database (SQL), not a table. Export the list as CSV instead.</source>
        <translation>Это команды для базы данных, а не таблица. Экспортируйте список в CSV.</translation>
    </message>
    <message>
        <source>This is an archive. Unpack it and choose the list inside.</source>
        <translation>Это архив. Распакуйте его и выберите список внутри.</translation>
    </message>
    <message>
        <source>In row {row} question marks stand in the place of letters: the program that saved the list lost them. Export it again as CSV UTF-8 or as XLSX.</source>
        <translation>В строке {row} вместо букв вопросительные знаки: их потеряла программа, которая сохранила список. Экспортируйте его заново в CSV UTF-8 или XLSX.</translation>
    </message>
    <message>
        <source>Each line of the file is a single cell in quotation marks. Open it in a spreadsheet program, split the text into columns, and save it again.</source>
        <translation>Каждая строка файла записана как одна ячейка в кавычках. Откройте файл в редакторе таблиц, разбейте текст по столбцам и сохраните ещё раз.</translation>
    </message>
    <message>
        <source>The quotation marks in the file do not stand around whole cells, as in row {row}. Export the list again as CSV or XLSX.</source>
        <translation>Кавычки в файле стоят не вокруг целых ячеек, например в строке {row}. Экспортируйте список заново в CSV или XLSX.</translation>
    </message>
    <message>
        <source>Choose an account with keys, then check again. The list is kept.</source>
        <translation>Выберите аккаунт с ключами и проверьте снова. Список сохранён.</translation>
    </message>
    <message>
        <source>Nobody could be looked up: the account has no keys now.</source>
        <translation>Поиск получателей невозможен: у аккаунта сейчас нет ключей.</translation>
    </message>
</context>
<context>
    <name>channels</name>
    <message>
        <source>Push</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>unknown: {code}</source>
        <translation>неизвестный: {code}</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
</context>
<context>
    <name>closing</name>
    <message>
        <source>Something is planned</source>
        <translation>Есть запланированное</translation>
    </message>
    <message>
        <source>While the app is closed, this will not be sent:

{planned}</source>
        <translation>Пока программа закрыта, это не будет отправлено:

{planned}</translation>
    </message>
    <message>
        <source>What is more than 10 minutes late at the next start is not sent by itself: you are asked about it.</source>
        <translation>Что при следующем запуске опоздает больше чем на 10 минут, само не отправится: программа спросит.</translation>
    </message>
    <message>
        <source>Start Scoro Desktop with the computer</source>
        <translation>Запускать Scoro Desktop вместе с компьютером</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Всё равно закрыть</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Не закрывать</translation>
    </message>
    <message>
        <source>Keep it in the tray</source>
        <translation>Свернуть в трей</translation>
    </message>
</context>
<context>
    <name>conditions</name>
    <message>
        <source>is</source>
        <translation>равно</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>не равно</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>входит в список</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>не входит в список</translation>
    </message>
    <message>
        <source>contains all of</source>
        <translation>содержит все из</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>больше</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>не меньше</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>меньше</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>не больше</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>между</translation>
    </message>
    <message>
        <source>contains the text</source>
        <translation>содержит текст</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>начинается с</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>заканчивается на</translation>
    </message>
    <message>
        <source>has any value</source>
        <translation>заполнено</translation>
    </message>
    <message>
        <source>has no value</source>
        <translation>не заполнено</translation>
    </message>
    <message>
        <source>exists</source>
        <translation>есть</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>отсутствует</translation>
    </message>
    <message>
        <source>has items:</source>
        <translation>элементов:</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>содержит</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>не содержит</translation>
    </message>
    <message>
        <source>contains any of</source>
        <translation>содержит любое из</translation>
    </message>
    <message>
        <source>contains none of</source>
        <translation>не содержит ни одного из</translation>
    </message>
    <message>
        <source>is after</source>
        <translation>позже</translation>
    </message>
    <message>
        <source>is on or after</source>
        <translation>не раньше</translation>
    </message>
    <message>
        <source>is before</source>
        <translation>раньше</translation>
    </message>
    <message>
        <source>is on or before</source>
        <translation>не позже</translation>
    </message>
    <message>
        <source>Those who have no such field are included.</source>
        <translation>Подойдут и те, у кого такого поля нет.</translation>
    </message>
    <message>
        <source>Both ends are included.</source>
        <translation>Границы входят.</translation>
    </message>
    <message>
        <source>The field is there and is not null.</source>
        <translation>Поле есть, и в нём не null.</translation>
    </message>
    <message>
        <source>The field is not there, or is null.</source>
        <translation>Поля нет, или в нём null.</translation>
    </message>
    <message>
        <source>The field is there; null counts as well.</source>
        <translation>Поле есть; null тоже считается.</translation>
    </message>
    <message>
        <source>The field is not there, not even as null.</source>
        <translation>Поля нет, даже со значением null.</translation>
    </message>
    <message>
        <source>The list has exactly so many items.</source>
        <translation>В списке ровно столько элементов.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>yes/no</source>
        <translation>да/нет</translation>
    </message>
    <message>
        <source>date</source>
        <translation>дата</translation>
    </message>
    <message>
        <source>file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>list</source>
        <translation>список</translation>
    </message>
    <message>
        <source>object</source>
        <translation>объект</translation>
    </message>
    <message>
        <source>list of ids</source>
        <translation>список ID</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Choose a field.</source>
        <translation>Выберите поле.</translation>
    </message>
    <message>
        <source>A field&apos;s name cannot begin with $.</source>
        <translation>Имя поля не может начинаться с $.</translation>
    </message>
    <message>
        <source>Give a value for “{field}”.</source>
        <translation>Укажите значение для «{field}».</translation>
    </message>
    <message>
        <source>“{text}” is not a number. Write it like 12 or 12.5.</source>
        <translation>«{text}»&#xa0;— не число. Пишите так: 12 или 12.5.</translation>
    </message>
    <message>
        <source>Give a whole number from 0 for “{field}”.</source>
        <translation>Укажите для «{field}» целое число от 0.</translation>
    </message>
    <message>
        <source>Give both ends for “{field}”.</source>
        <translation>Укажите для «{field}» обе границы.</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more condition(s)</source>
        <translation>
            <numerusform>… и ещё %Ln условие</numerusform>
            <numerusform>… и ещё %Ln условия</numerusform>
            <numerusform>… и ещё %Ln условий</numerusform>
        </translation>
    </message>
    <message>
        <source>any of these:</source>
        <translation>любое из условий:</translation>
    </message>
    <message>
        <source>all of these:</source>
        <translation>все условия:</translation>
    </message>
    <message>
        <source>{low} and {high}</source>
        <translation>{low} и {high}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln значение</numerusform>
            <numerusform>%Ln значения</numerusform>
            <numerusform>%Ln значений</numerusform>
        </translation>
    </message>
    <message>
        <source>{some}… ({all})</source>
        <translation>{some}… (всего {all})</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«{text}»</translation>
    </message>
    <message>
        <source>is in the last</source>
        <translation>за последние</translation>
    </message>
    <message>
        <source>is more than … ago</source>
        <translation>раньше чем … назад</translation>
    </message>
    <message>
        <source>is in the next</source>
        <translation>в ближайшие</translation>
    </message>
    <message>
        <source>is within</source>
        <translation>приходится на</translation>
    </message>
    <message>
        <source>Those who have no such date are left out.</source>
        <translation>Те, у кого такой даты нет, сюда не входят.</translation>
    </message>
    <message>
        <source>By this computer&apos;s calendar. A week begins on Monday.</source>
        <translation>По календарю этого компьютера. Неделя начинается с понедельника.</translation>
    </message>
    <message>
        <source>Give a whole number from 1 to {most} for “{field}”.</source>
        <translation>Укажите для «{field}» целое число от 1 до {most}.</translation>
    </message>
    <message>
        <source>From that time on. Future dates are included.</source>
        <translation>С этого времени и позже. Будущие даты тоже подходят.</translation>
    </message>
    <message>
        <source>By this computer&apos;s calendar. Future dates are included.</source>
        <translation>По календарю этого компьютера. Будущие даты тоже подходят.</translation>
    </message>
    <message>
        <source>By this computer&apos;s calendar: before it begins.</source>
        <translation>По календарю этого компьютера: до его начала.</translation>
    </message>
    <message>
        <source>abc</source>
        <translation>абв</translation>
    </message>
    <message>
        <source>123</source>
        <translation>123</translation>
    </message>
    <message>
        <source>y/n</source>
        <translation>д/н</translation>
    </message>
    <message>
        <source>no condition, so everyone matches</source>
        <translation>условий нет, подходят все</translation>
    </message>
    <message>
        <source>is before the start of</source>
        <translation>до начала</translation>
    </message>
    <message>
        <source>is since the start of</source>
        <translation>с начала</translation>
    </message>
</context>
<context>
    <name>cost</name>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln часть</numerusform>
            <numerusform>%Ln части</numerusform>
            <numerusform>%Ln частей</numerusform>
        </translation>
    </message>
    <message>
        <source>{parts} × {price} = {each} per recipient</source>
        <translation>{parts} × {price} = {each} на получателя</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln сообщение</numerusform>
            <numerusform>%Ln сообщения</numerusform>
            <numerusform>%Ln сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>{parts} × {people} = {messages}</source>
        <translation>{parts} × {people} = {messages}</translation>
    </message>
    <message>
        <source>{parts} × {people} × {price} = {total}</source>
        <translation>{parts} × {people} × {price} = {total}</translation>
    </message>
    <message>
        <source>{parts} × {people}, by operator: {total}</source>
        <translation>{parts} × {people}, по операторам: {total}</translation>
    </message>
    <message>
        <source>Other operators</source>
        <translation>Другие операторы</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have no phone number and get nothing.</source>
        <translation>
            <numerusform>У %Ln из них нет номера: он ничего не получит.</numerusform>
            <numerusform>У %Ln из них нет номера: они ничего не получат.</numerusform>
            <numerusform>У %Ln из них нет номера: они ничего не получат.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The price is not known for %Ln recipient(s): they are not in the sum.</source>
        <translation>
            <numerusform>Для %Ln получателя цена неизвестна: в сумму он не входит.</numerusform>
            <numerusform>Для %Ln получателей цена неизвестна: в сумму они не входят.</numerusform>
            <numerusform>Для %Ln получателей цена неизвестна: в сумму они не входят.</numerusform>
        </translation>
    </message>
    <message>
        <source>An estimate: a number that changed its operator keeps its beginning.</source>
        <translation>Это оценка: у номера, который сменил оператора, начало прежнее.</translation>
    </message>
    <message>
        <source>{price} per recipient</source>
        <translation>{price} на получателя</translation>
    </message>
    <message>
        <source>{messages}, {sum}</source>
        <translation>{messages}, {sum}</translation>
    </message>
    <message>
        <source>{people}, price not known</source>
        <translation>{people}, цена неизвестна</translation>
    </message>
    <message>
        <source>{people} × {price} a part: {total}</source>
        <translation>{people} × {price} за часть: {total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln получатель</numerusform>
            <numerusform>%Ln получателя</numerusform>
            <numerusform>%Ln получателей</numerusform>
        </translation>
    </message>
    <message>
        <source>about {sum}</source>
        <translation>около {sum}</translation>
    </message>
    <message>
        <source>At most: whoever has no phone number gets nothing.</source>
        <translation>Не больше этого: у кого нет номера телефона, тот ничего не получит.</translation>
    </message>
    <message>
        <source>The split by operator is unknown, so there is no sum.</source>
        <translation>Распределение по операторам неизвестно, поэтому суммы нет.</translation>
    </message>
    <message>
        <source>The split by operator is unknown, so the general price is used.</source>
        <translation>Распределение по операторам неизвестно, поэтому взята общая цена.</translation>
    </message>
</context>
<context>
    <name>countries</name>
    <message>
        <source>Russia</source>
        <translation>Россия</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>Казахстан</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>Беларусь</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation>Украина</translation>
    </message>
    <message>
        <source>Uzbekistan</source>
        <translation>Узбекистан</translation>
    </message>
    <message>
        <source>Kyrgyzstan</source>
        <translation>Киргизия</translation>
    </message>
    <message>
        <source>Tajikistan</source>
        <translation>Таджикистан</translation>
    </message>
    <message>
        <source>Turkmenistan</source>
        <translation>Туркмения</translation>
    </message>
    <message>
        <source>Armenia</source>
        <translation>Армения</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>Азербайджан</translation>
    </message>
    <message>
        <source>Georgia</source>
        <translation>Грузия</translation>
    </message>
    <message>
        <source>Moldova</source>
        <translation>Молдавия</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Эстония</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>Латвия</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>Литва</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>ОАЭ</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>Аргентина</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Австрия</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Австралия</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Бельгия</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>Болгария</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Бразилия</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Канада</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Швейцария</translation>
    </message>
    <message>
        <source>China</source>
        <translation>Китай</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>Кипр</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Чехия</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Германия</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Дания</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Испания</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Финляндия</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Франция</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Великобритания</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>Греция</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>Венгрия</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Ирландия</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>Израиль</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Индия</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Италия</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Япония</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>Южная Корея</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>Мексика</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Нидерланды</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Норвегия</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Польша</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Португалия</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>Румыния</translation>
    </message>
    <message>
        <source>Serbia</source>
        <translation>Сербия</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>Саудовская Аравия</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Швеция</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>Словакия</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>Таиланд</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>Турция</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>США</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>Вьетнам</translation>
    </message>
</context>
<context>
    <name>curl</name>
    <message>
        <source>Something in the message cannot be written as JSON.</source>
        <translation>Что-то в сообщении нельзя записать в JSON.</translation>
    </message>
    <message>
        <source>Copied, with keys.</source>
        <translation>Скопировано с ключами.</translation>
    </message>
    <message>
        <source>Copied. Placeholders stand for the keys.</source>
        <translation>Скопировано. Вместо ключей&#xa0;— заглушки.</translation>
    </message>
    <message>
        <source>POSIX shell (macOS, Linux)</source>
        <translation>Оболочка POSIX (macOS, Linux)</translation>
    </message>
    <message>
        <source>Command Prompt (Windows cmd)</source>
        <translation>Командная строка (Windows cmd)</translation>
    </message>
    <message>
        <source>PowerShell (Windows)</source>
        <translation>PowerShell (Windows)</translation>
    </message>
    <message>
        <source>The text is too long: at most {limit} characters are read. Was something else copied?</source>
        <translation>Текст слишком длинный: читается не больше {limit} символов. Может быть, скопировано что-то другое?</translation>
    </message>
    <message>
        <source>Paste a curl command, or the JSON of a request.</source>
        <translation>Вставьте команду curl или JSON запроса.</translation>
    </message>
    <message>
        <source>This is neither a curl command nor JSON.</source>
        <translation>Это не команда curl и не JSON.</translation>
    </message>
    <message>
        <source>The quote {quote} is opened here and never closed. Was the command copied whole?</source>
        <translation>Кавычка {quote} открыта здесь и не закрыта. Команда скопирована целиком?</translation>
    </message>
    <message>
        <source>The data is in the file “{file}”. Open it, and paste the JSON in it.</source>
        <translation>Данные лежат в файле «{file}». Откройте его и вставьте JSON оттуда.</translation>
    </message>
    <message>
        <source>The data comes from another program. Paste the JSON that it gives.</source>
        <translation>Данные берутся из другой программы. Вставьте JSON, который она выдаёт.</translation>
    </message>
    <message>
        <source>There are several commands: only the first is read.</source>
        <translation>Здесь несколько команд: прочитана только первая.</translation>
    </message>
    <message>
        <source>Typographic quotes are read as plain ones.</source>
        <translation>Типографские кавычки прочитаны как прямые.</translation>
    </message>
    <message>
        <source>A long dash is read as a plain one.</source>
        <translation>Тире прочитано как дефис.</translation>
    </message>
    <message>
        <source>The text is escaped for a web page. It is read as the page would show it.</source>
        <translation>Текст экранирован для веб-страницы. Он читается так, как его показала бы страница.</translation>
    </message>
    <message>
        <source>{name} is filled in by the shell, and here it stays as it is written. Put its value in its place.</source>
        <translation>{name} подставила бы оболочка, а здесь останется как написано. Впишите вместо него значение.</translation>
    </message>
    <message>
        <source>The JSON ends here before it is complete. Was the command copied whole?</source>
        <translation>JSON обрывается здесь. Команда скопирована целиком?</translation>
    </message>
    <message>
        <source>The JSON has a mistake here.</source>
        <translation>Здесь ошибка в JSON.</translation>
    </message>
    <message>
        <source>A number in the JSON is too large to be sent as it is.</source>
        <translation>Число в JSON слишком большое, чтобы отправить его как есть.</translation>
    </message>
    <message>
        <source>Brackets are nested too deep in the JSON.</source>
        <translation>Скобки в JSON вложены слишком глубоко.</translation>
    </message>
    <message>
        <source>The address is that of “{call}”, but the message looks like one for “{other}”. It goes into the form that the address says.</source>
        <translation>Адрес ведёт на «{call}», а сообщение похоже на такое, какое отправляют через «{other}». Будет заполнена форма, на которую указывает адрес.</translation>
    </message>
    <message>
        <source>The method is {method}. This app sends by POST, as the API asks.</source>
        <translation>В команде метод {method}. Программа отправит методом POST, как требует API.</translation>
    </message>
    <message>
        <source>The content type is “{value}”. This app sends JSON, as the API asks.</source>
        <translation>В команде тип данных «{value}». Программа отправит JSON, как требует API.</translation>
    </message>
    <message>
        <source>Headers that are not taken over: {names}.</source>
        <translation>Эти заголовки не переносятся: {names}.</translation>
    </message>
    <message>
        <source>Options that are not taken over: {names}.</source>
        <translation>Эти параметры не переносятся: {names}.</translation>
    </message>
    <message>
        <source>The option “{option}” is not known here, and is not taken over.</source>
        <translation>Параметр «{option}» неизвестен и не переносится.</translation>
    </message>
    <message>
        <source>This is neither an option nor the address, and is not read.</source>
        <translation>Это не параметр и не адрес, поэтому оно пропущено.</translation>
    </message>
    <message>
        <source>A user name and password are not taken over: the API asks for keys.</source>
        <translation>Имя и пароль не переносятся: API нужны ключи.</translation>
    </message>
    <message>
        <source>curl would percent-encode this data. This app sends it as it is.</source>
        <translation>curl закодировал бы эти данные через проценты. Программа отправит их как есть.</translation>
    </message>
    <message>
        <source>The command has no address.</source>
        <translation>В команде нет адреса.</translation>
    </message>
    <message>
        <source>The address cannot be read.</source>
        <translation>Адрес не удалось прочитать.</translation>
    </message>
    <message>
        <source>The address does not say how to connect: {scheme} is assumed.</source>
        <translation>В адресе не сказано, как соединяться: будет {scheme}.</translation>
    </message>
    <message>
        <source>What follows “?” or “#” in the address is not taken over.</source>
        <translation>То, что в адресе после «?» или «#», не переносится.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(без текста)</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Пока никто</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Аудитория</translation>
    </message>
    <message>
        <source>The command has no query, and to the API that means everyone.</source>
        <translation>В команде нет фильтра, а для API это значит «все».</translation>
    </message>
    <message>
        <source>Here nobody is chosen: choose in the form who gets it.</source>
        <translation>Здесь получатели не выбраны: выберите их в форме.</translation>
    </message>
    <message>
        <source>The form has no fields for these. They are kept, and sent as they came: {names}.</source>
        <translation>Для этого в форме нет полей: {names}. Это сохранится и отправится как есть.</translation>
    </message>
    <message>
        <source>This version of the app does not know the channel of this message ({channel}).</source>
        <translation>Эта версия программы не знает канал этого сообщения ({channel}).</translation>
    </message>
    <message>
        <source>Something is wrong with this command: {code}.</source>
        <translation>С этой командой что-то не так: {code}.</translation>
    </message>
    <message>
        <source>The command has no data: the JSON of the request goes after -d.</source>
        <translation>В команде нет данных: JSON запроса пишут после -d.</translation>
    </message>
    <message>
        <source>The command sends a form or a file. A request is JSON: it goes after -d.</source>
        <translation>Команда отправляет форму или файл. А запрос&#xa0;— это JSON, его пишут после -d.</translation>
    </message>
    <message>
        <source>The data comes in pieces ({count}). Joined by “&amp;”, as curl joins them, they are not JSON.</source>
        <translation>Данные идут по частям ({count}). curl соединит их через «&amp;», и получится не JSON.</translation>
    </message>
    <message>
        <source>The text before or after the command is not read.</source>
        <translation>То, что стоит до и после команды, пропущено.</translation>
    </message>
    <message>
        <source>This is not an ordinary space ({character}). It is read as one here, and stays as it is within quotes.</source>
        <translation>Это необычный пробел ({character}). Здесь он читается как обычный, а внутри кавычек остаётся как есть.</translation>
    </message>
    <message>
        <source>There is an invisible character ({character}) here. It is left out, and kept within quotes.</source>
        <translation>Здесь невидимый символ ({character}). Он пропущен, а внутри кавычек сохранён.</translation>
    </message>
    <message>
        <source>The key “{key}” is given twice in one object, and only one of the two can be sent.</source>
        <translation>Ключ «{key}» указан в одном объекте дважды, а отправить можно только один.</translation>
    </message>
    <message>
        <source>“{word}” is not a JSON value.</source>
        <translation>«{word}»&#xa0;— не значение в JSON.</translation>
    </message>
    <message>
        <source>The JSON of a request is an object: write it in curly brackets.</source>
        <translation>JSON запроса&#xa0;— это объект, его пишут в фигурных скобках.</translation>
    </message>
    <message>
        <source>Neither the address nor the message says what kind it is. It goes into the open form.</source>
        <translation>Ни из адреса, ни из сообщения не понять, какого оно вида. Будет заполнена открытая форма.</translation>
    </message>
    <message>
        <source>The address is that of “{call}”, which sends no message that this app knows.</source>
        <translation>Это адрес вызова «{call}», а он не отправляет сообщений, известных этой программе.</translation>
    </message>
    <message>
        <source>The address does not end in a call that sends a message.</source>
        <translation>Адрес не заканчивается вызовом, который отправляет сообщение.</translation>
    </message>
    <message>
        <source>“{key}” is not a text, so it is not a key, and is left out.</source>
        <translation>«{key}»&#xa0;— не текст, то есть не ключ: он не переносится.</translation>
    </message>
    <message>
        <source>These are placeholders, not keys, so they are left out: {keys}.</source>
        <translation>Это не ключи, а заглушки вместо них, они не переносятся: {keys}.</translation>
    </message>
    <message>
        <source>The query of the command is not a JSON object, and is left out.</source>
        <translation>Фильтр в команде&#xa0;— не объект JSON, он не переносится.</translation>
    </message>
    <message>
        <source>The command names no collection: the one in the form stays.</source>
        <translation>В команде нет коллекции: останется та, что в форме.</translation>
    </message>
    <message>
        <source>It cannot be sent to “{collection}”: the collection in the form stays.</source>
        <translation>В «{collection}» отправить нельзя: останется коллекция из формы.</translation>
    </message>
    <message>
        <source>It has the dates as of now: relative dates are not worked out again where it is pasted.</source>
        <translation>В команде даты на эту минуту: там, куда её вставят, они заново не вычисляются.</translation>
    </message>
    <message>
        <source>JSON has no comments: remove this one.</source>
        <translation>В JSON не бывает комментариев: уберите этот.</translation>
    </message>
    <message>
        <source>The command goes to {address}. From here it goes to {other}, the address of “{name}”.</source>
        <translation>Команда отправляет на {address}. Отсюда сообщение уйдёт на {other}&#xa0;— это адрес аккаунта «{name}».</translation>
    </message>
    <message>
        <source>The command is for another application, not for that of “{name}”.</source>
        <translation>Команда для другого приложения, не того, что в аккаунте «{name}».</translation>
    </message>
</context>
<context>
    <name>digits</name>
    <message>
        <source>“{text}” was not entered: the smallest number here is {bound}.</source>
        <translation>«{text}» не введено: здесь может быть не меньше {bound}.</translation>
    </message>
    <message>
        <source>“{text}” was not entered: it can mean {thousands} or {one}. Enter the one you mean.</source>
        <translation>«{text}» не введено: это может быть и {thousands}, и {one}. Введите нужное число.</translation>
    </message>
    <message>
        <source>“{text}” was not entered: it has too many digits.</source>
        <translation>«{text}» не введено: в числе слишком много цифр.</translation>
    </message>
    <message>
        <source>“{text}” was not entered: the largest number here is {bound}.</source>
        <translation>«{text}» не введено: здесь может быть не больше {bound}.</translation>
    </message>
    <message>
        <source>“{text}” was not entered: only whole numbers fit here.</source>
        <translation>«{text}» не введено: здесь нужно целое число.</translation>
    </message>
    <message numerus="yes">
        <source>“{text}” was not entered: at most %Ln digit(s) fit after the decimal point.</source>
        <translation>
            <numerusform>«{text}» не введено: после запятой может быть не больше %Ln цифры.</numerusform>
            <numerusform>«{text}» не введено: после запятой может быть не больше %Ln цифр.</numerusform>
            <numerusform>«{text}» не введено: после запятой может быть не больше %Ln цифр.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{text}” was not entered: the number cannot be negative.</source>
        <translation>«{text}» не введено: число не может быть отрицательным.</translation>
    </message>
    <message>
        <source>“{text}” was not entered: it is not a number.</source>
        <translation>«{text}» не введено: это не число.</translation>
    </message>
</context>
<context>
    <name>disk</name>
    <message>
        <source>The data folder, or a file in it, was moved or deleted while the app was running. Put it back in its place, or close the app and start it again.</source>
        <translation>Пока программа работала, папку с данными или файл в ней переместили или удалили. Верните на место или закройте программу и запустите её снова.</translation>
    </message>
    <message>
        <source>The path of the data folder is too long. Choose a folder with a shorter path.</source>
        <translation>Слишком длинный путь к папке с данными. Выберите папку с путём покороче.</translation>
    </message>
    <message>
        <source>The disk is full. Make room on it.</source>
        <translation>Диск заполнен. Освободите место.</translation>
    </message>
    <message>
        <source>Another program holds the file with drafts and history. Close that program, or wait until it ends.</source>
        <translation>Файл с черновиками и историей занят другой программой. Закройте её или подождите, пока она закончит.</translation>
    </message>
    <message>
        <source>The data folder can only be read. Give yourself the right to write to it.</source>
        <translation>Папка с данными доступна только для чтения. Дайте себе право записи в неё.</translation>
    </message>
    <message>
        <source>The file with drafts and history cannot be opened. Is the data folder still there?</source>
        <translation>Файл с черновиками и историей не открывается. Папка с данными на месте?</translation>
    </message>
    <message>
        <source>It is longer than the file with drafts and history can hold.</source>
        <translation>Это больше, чем вмещает файл с черновиками и историей.</translation>
    </message>
    <message>
        <source>The disk refused it.</source>
        <translation>Диск не принял запись.</translation>
    </message>
    <message>
        <source>The file with drafts and history is damaged.</source>
        <translation>Файл с черновиками и историей повреждён.</translation>
    </message>
    <message>
        <source>The file with drafts and history was damaged and has been repaired. Nothing in it was lost. A copy of the file as it was found is kept beside it.</source>
        <translation>Файл с черновиками и историей был повреждён и исправлен. Ничего из него не потеряно. Рядом с ним хранится копия файла в том виде, в каком он был найден.</translation>
    </message>
    <message>
        <source>You have no right to write to the data folder. Was the app once started by another user? Give yourself the right.</source>
        <translation>У вас нет права записи в папку с данными. Может быть, программу запускали под другим именем? Дайте себе это право.</translation>
    </message>
    <message>
        <source>The disk of the data folder can only be read.</source>
        <translation>Диск, на котором папка с данными, доступен только для чтения.</translation>
    </message>
    <message>
        <source>The disk of the data folder cannot lock files, and two programs could spoil each other&apos;s data.</source>
        <translation>Диск, на котором папка с данными, не умеет блокировать файлы, и две программы могли бы испортить данные друг другу.</translation>
    </message>
    <message>
        <source>The links on the way to the data folder lead round in a circle.</source>
        <translation>Ссылки на пути к папке с данными ведут по кругу.</translation>
    </message>
    <message>
        <source>The data folder is not there, and cannot be made.</source>
        <translation>Папки с данными нет, и создать её не удаётся.</translation>
    </message>
    <message>
        <source>The data folder cannot be used.</source>
        <translation>Папкой с данными нельзя пользоваться.</translation>
    </message>
    <message>
        <source>{reason} ({technical})</source>
        <translation>{reason} ({technical})</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>Папка: {folder}</translation>
    </message>
    <message>
        <source>It cannot be saved as it is.</source>
        <translation>В таком виде это сохранить нельзя.</translation>
    </message>
    <message>
        <source>The disk does not respond as it should: is it full, failing or disconnected?</source>
        <translation>Диск не отвечает как надо: он заполнен, неисправен или отключён?</translation>
    </message>
    <message>
        <source>Something else is in the place of the data folder, or of a file in it.</source>
        <translation>На месте папки с данными или файла в ней находится что-то другое.</translation>
    </message>
    <message>
        <source>{words} The draft in the form cannot be read; a copy of the file is kept as it was found.</source>
        <translation>{words} Черновик из формы прочитать нельзя; копия файла сохранена в том виде, в каком он был.</translation>
    </message>
    <message>
        <source>There is no copy from before the damage. To start again, close the app and move “{name}” away, with the files that begin with the same name. Keep it: somebody who knows about such files may recover something.</source>
        <translation>Копии, сделанной до повреждения, нет. Чтобы начать заново, закройте программу и переместите «{name}» в другое место вместе с файлами, имена которых начинаются так же. Сохраните его: специалист, возможно, что-то восстановит.</translation>
    </message>
    <message>
        <source>A copy was made on {date}, before the damage. To go back to it, close the app, move “{name}” away with the files “{name}-wal” and “{name}-shm”, and give the copy “{copy}” the name “{name}”. What was written and sent since then is not in the copy: keep that in mind before you send anything again.</source>
        <translation>Есть копия от {date}, сделанная до повреждения. Чтобы вернуться к ней, закройте программу, переместите «{name}» в другое место вместе с файлами «{name}-wal» и «{name}-shm» и дайте копии «{copy}» имя «{name}». Того, что написано и отправлено позже, в копии нет: учтите это, прежде чем отправлять что-нибудь ещё раз.</translation>
    </message>
</context>
<context>
    <name>draft_words</name>
    <message>
        <source>(no text yet)</source>
        <translation>(пока без текста)</translation>
    </message>
    <message>
        <source>{channel} · put aside {when}</source>
        <translation>{channel} · отложен {when}</translation>
    </message>
    <message>
        <source>{channel} · open now · changed {when}</source>
        <translation>{channel} · открыт сейчас · изменён {when}</translation>
    </message>
    <message>
        <source>{channel} · changed {when}</source>
        <translation>{channel} · изменён {when}</translation>
    </message>
    <message>
        <source>There is a draft “{name}” already. Choose another name.</source>
        <translation>Черновик «{name}» уже есть. Выберите другое название.</translation>
    </message>
    <message>
        <source>This draft cannot be read. The form was left as it was.</source>
        <translation>Этот черновик не читается. Содержимое формы осталось прежним.</translation>
    </message>
    <message>
        <source>It could not be saved. {reason}</source>
        <translation>Сохранить не удалось. {reason}</translation>
    </message>
    <message numerus="yes">
        <source>What you wrote under {forms} is not saved. {reason} The app tries again every second; this line goes away once it is saved.</source>
        <translation>
            <numerusform>Содержимое вкладки {forms} не сохраняется. {reason} Программа пробует снова каждую секунду; когда всё сохранится, эта строка исчезнет.</numerusform>
            <numerusform>Содержимое вкладок {forms} не сохраняется. {reason} Программа пробует снова каждую секунду; когда всё сохранится, эта строка исчезнет.</numerusform>
            <numerusform>Содержимое вкладок {forms} не сохраняется. {reason} Программа пробует снова каждую секунду; когда всё сохранится, эта строка исчезнет.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What you wrote under {forms} could not be saved. {reason}</source>
        <translation>
            <numerusform>Содержимое вкладки {forms} сохранить не удалось. {reason}</numerusform>
            <numerusform>Содержимое вкладок {forms} сохранить не удалось. {reason}</numerusform>
            <numerusform>Содержимое вкладок {forms} сохранить не удалось. {reason}</numerusform>
        </translation>
    </message>
    <message>
        <source>This version of the app has no form for this draft ({channel}). It is kept, and the form was left as it was.</source>
        <translation>В этой версии программы нет формы для этого черновика ({channel}). Он сохранён, а форма осталась как была.</translation>
    </message>
</context>
<context>
    <name>emoji</name>
    <message>
        <source>Smileys and hearts</source>
        <translation>Смайлики и сердца</translation>
    </message>
    <message>
        <source>People and hands</source>
        <translation>Люди и жесты</translation>
    </message>
    <message>
        <source>Nature and weather</source>
        <translation>Природа и погода</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Еда и напитки</translation>
    </message>
    <message>
        <source>Travel and places</source>
        <translation>Поездки и места</translation>
    </message>
    <message>
        <source>Holidays, sports and play</source>
        <translation>Праздники, спорт, игры</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>Вещи</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Знаки</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Флаги</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>All files</source>
        <translation>Все файлы</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
</context>
<context>
    <name>later</name>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{day} · {zone}</source>
        <translation>{day} · {zone}</translation>
    </message>
    <message>
        <source>on {day} at {time}</source>
        <translation>{day} в {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln день</numerusform>
            <numerusform>%Ln дня</numerusform>
            <numerusform>%Ln дней</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} h</source>
        <translation>{number}&#xa0;ч</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number}&#xa0;мин</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time} назад</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>через {time}</translation>
    </message>
    <message>
        <source>{when} · {left}</source>
        <translation>{when} · {left}</translation>
    </message>
    <message>
        <source>There is no such time. Choose another one.</source>
        <translation>Такого времени нет. Выберите другое.</translation>
    </message>
    <message>
        <source>Clocks are put forward that day and never show {written}: it goes out at {shown}.</source>
        <translation>В этот день часы переводят вперёд и {written} не наступает: сообщение уйдёт в {shown}.</translation>
    </message>
    <message>
        <source>Clocks are put back that day and show {written} twice: it goes out the first time.</source>
        <translation>В этот день часы переводят назад и {written} наступает дважды: сообщение уйдёт в первый раз.</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Опоздало</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>Ждёт ответа</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Запланировано</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Отправляется</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(без текста)</translation>
    </message>
    <message>
        <source>Its time passed while the app was closed or the computer asleep.</source>
        <translation>Назначенное время прошло, пока программа была закрыта или компьютер спал.</translation>
    </message>
    <message>
        <source>Its time is within the quiet hours of the account.</source>
        <translation>Назначенное время попадает в тихие часы аккаунта.</translation>
    </message>
    <message>
        <source>The audience changed since it was planned: {was} then, {now} now.</source>
        <translation>Аудитория изменилась: было {was}, стало {now}.</translation>
    </message>
    <message>
        <source>Other people get it than when it was planned: {was} then, {now} now.</source>
        <translation>Изменилось число тех, кто получит сообщение: было {was}, стало {now}.</translation>
    </message>
    <message>
        <source>Nobody would get it any more.</source>
        <translation>Получать его больше некому.</translation>
    </message>
    <message>
        <source>The server could not say how many people match.</source>
        <translation>Сервер не смог подсчитать аудиторию.</translation>
    </message>
    <message>
        <source>The audience that it was prepared from changed: {was} matched then, {now} match now. It goes only to people who were checked.</source>
        <translation>Аудитория, из которой она собрана, изменилась: подходило {was}, теперь {now}. Сообщение получат только проверенные люди.</translation>
    </message>
    <message>
        <source>The field “{path}” of the audience is gone: without it, too many would match.</source>
        <translation>Поля «{path}» из условий аудитории больше нет: без него под них попадёт слишком много людей.</translation>
    </message>
    <message>
        <source>Of its {was} people, {now} would still get it.</source>
        <translation>Теперь сообщение получили бы {now} из {was}.</translation>
    </message>
    <message>
        <source>{number} came onto the do-not-send list since.</source>
        <translation>В список «не писать» с тех пор попали: {number}.</translation>
    </message>
    <message>
        <source>{number} were messaged within the last {hours} hours.</source>
        <translation>Получили сообщение за последние {hours}&#xa0;ч: {number}.</translation>
    </message>
    <message>
        <source>Start then for the {number} who are left</source>
        <translation>Начать в это время для оставшихся: {number}</translation>
    </message>
    <message>
        <source>Start at this time</source>
        <translation>Начать в это время</translation>
    </message>
    <message>
        <source>Its account was deleted.</source>
        <translation>Его аккаунт удалён.</translation>
    </message>
    <message>
        <source>Its account was changed since it was planned: {what}.</source>
        <translation>После планирования в аккаунте изменилось: {what}.</translation>
    </message>
    <message>
        <source>The keys of its account were changed since it was planned.</source>
        <translation>После планирования изменились ключи аккаунта.</translation>
    </message>
    <message>
        <source>The keys of its account are missing, or the keyring did not give them.</source>
        <translation>Ключей аккаунта нет, или хранилище ключей их не отдало.</translation>
    </message>
    <message>
        <source>The template “{name}” was changed since it was planned.</source>
        <translation>После планирования изменился шаблон «{name}».</translation>
    </message>
    <message>
        <source>The same message went out to the same audience since it was planned.</source>
        <translation>После планирования то же сообщение уже ушло той же аудитории.</translation>
    </message>
    <message>
        <source>The message has a problem by now. Edit it to see which.</source>
        <translation>К этому времени в сообщении появилось замечание. Откройте его, чтобы увидеть какое.</translation>
    </message>
    <message>
        <source>Its time or the dates of its audience cannot be worked out.</source>
        <translation>Не удалось вычислить назначенное время или даты аудитории.</translation>
    </message>
    <message>
        <source>The campaign is not ready to start any more.</source>
        <translation>Кампанию больше нельзя начать.</translation>
    </message>
    <message>
        <source>The history could not be saved when it was due.</source>
        <translation>В назначенное время не удалось записать историю.</translation>
    </message>
    <message>
        <source>The app was closed just as it was to start.</source>
        <translation>Программа закрылась как раз перед началом.</translation>
    </message>
    <message>
        <source>Something went wrong in the app.</source>
        <translation>В программе произошла ошибка.</translation>
    </message>
    <message>
        <source>What was saved of it cannot be read.</source>
        <translation>Не удалось прочитать сохранённое сообщение.</translation>
    </message>
    <message>
        <source>“{title}”, planned for {day}, was not sent. {why}</source>
        <translation>Сообщение «{title}», запланированное на {day}, не отправлено. {why}</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>среда</translation>
    </message>
    <message>
        <source>address</source>
        <translation>адрес</translation>
    </message>
    <message>
        <source>application id</source>
        <translation>ID приложения</translation>
    </message>
    <message>
        <source>kind of key</source>
        <translation>вид ключа</translation>
    </message>
    <message>
        <source>condition that is always added</source>
        <translation>условие, которое добавляется всегда</translation>
    </message>
    <message>
        <source>text that every SMS ends with</source>
        <translation>текст в конце каждого SMS</translation>
    </message>
    <message>
        <source>its settings</source>
        <translation>настройки</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>The campaign “{title}”, planned for {day}, was not started. {why}</source>
        <translation>Кампания «{title}», запланированная на {day}, не начата. {why}</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Не начата</translation>
    </message>
    <message>
        <source>Some of them were messaged within the last {hours} hours: {now}.</source>
        <translation>Некоторым из них уже отправляли сообщения за последние {hours}&#xa0;ч: {now}.</translation>
    </message>
    <message>
        <source>Planned {on_day}</source>
        <translation>План: {on_day}</translation>
    </message>
    <message>
        <source>“{title}”, planned for {day}, waits for your answer. {why}</source>
        <translation>«{title}», запланировано на {day}, ждёт вашего ответа. {why}</translation>
    </message>
    <message>
        <source>The data of the app were put back from a copy, or come from another computer: it may have gone out since they were copied.</source>
        <translation>Данные программы восстановлены из копии или перенесены с другого компьютера: возможно, после копирования сообщение уже ушло.</translation>
    </message>
</context>
<context>
    <name>mend</name>
    <message>
        <source>Fix: close the bracket</source>
        <translation>Закрыть скобку</translation>
    </message>
    <message>
        <source>Fix: close the quotes</source>
        <translation>Закрыть кавычки</translation>
    </message>
    <message>
        <source>Fix: remove the comma</source>
        <translation>Убрать запятую</translation>
    </message>
    <message>
        <source>Fix: remove the bracket</source>
        <translation>Убрать скобку</translation>
    </message>
    <message>
        <source>Fix: put a plain space there</source>
        <translation>Поставить пробел</translation>
    </message>
    <message>
        <source>Fix: remove the comment</source>
        <translation>Убрать комментарий</translation>
    </message>
    <message>
        <source>Fix: add a comma</source>
        <translation>Добавить запятую</translation>
    </message>
    <message>
        <source>Fix: add a colon</source>
        <translation>Добавить двоеточие</translation>
    </message>
    <message>
        <source>Fix: put it in curly brackets</source>
        <translation>Взять в фигурные скобки</translation>
    </message>
    <message>
        <source>Fix: put it in double quotes</source>
        <translation>Взять в кавычки</translation>
    </message>
    <message>
        <source>Fix: straighten the quotes</source>
        <translation>Выпрямить кавычки</translation>
    </message>
    <message>
        <source>Fix: write {text}</source>
        <translation>Написать {text}</translation>
    </message>
    <message>
        <source>Fix: remove what is around it</source>
        <translation>Убрать лишнее вокруг</translation>
    </message>
</context>
<context>
    <name>moment</name>
    <message>
        <source>{span}: {date}, {time}, {zone}.</source>
        <translation>{span}: {date}, {time}, {zone}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln&#xa0;минуту назад</numerusform>
            <numerusform>%Ln&#xa0;минуты назад</numerusform>
            <numerusform>%Ln&#xa0;минут назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln minute(s)</source>
        <translation>
            <numerusform>Через %Ln минуту</numerusform>
            <numerusform>Через %Ln минуты</numerusform>
            <numerusform>Через %Ln минут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>%Ln час назад</numerusform>
            <numerusform>%Ln часа назад</numerusform>
            <numerusform>%Ln часов назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln hour(s)</source>
        <translation>
            <numerusform>Через %Ln час</numerusform>
            <numerusform>Через %Ln часа</numerusform>
            <numerusform>Через %Ln часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln день назад</numerusform>
            <numerusform>%Ln дня назад</numerusform>
            <numerusform>%Ln дней назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln day(s)</source>
        <translation>
            <numerusform>Через %Ln день</numerusform>
            <numerusform>Через %Ln дня</numerusform>
            <numerusform>Через %Ln дней</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offered_names</name>
    <message>
        <source>column of the list</source>
        <translation>столбец списка</translation>
    </message>
    <message>
        <source>field of the person</source>
        <translation>поле человека</translation>
    </message>
    <message>
        <source>of the template</source>
        <translation>из шаблона</translation>
    </message>
    <message>
        <source>in this message</source>
        <translation>есть в сообщении</translation>
    </message>
</context>
<context>
    <name>overlap</name>
    <message>
        <source>Overlap with the last sends</source>
        <translation>Пересечение с последними отправками</translation>
    </message>
    <message>
        <source>Both audiences are compared as they are now. Dates in an earlier one are those that it was sent with.</source>
        <translation>Обе аудитории сравниваются в нынешнем составе. Даты в прежней аудитории&#xa0;— на день её отправки.</translation>
    </message>
    <message>
        <source>The history could not be read, so nothing is compared.</source>
        <translation>Не удалось прочитать историю, поэтому сравнения нет.</translation>
    </message>
    <message>
        <source>How many also matched {send} could not be counted.</source>
        <translation>Не удалось посчитать пересечение с {send}.</translation>
    </message>
    <message>
        <source>All of these: {send} went to everyone.</source>
        <translation>Все: {send} ушло всем.</translation>
    </message>
    <message>
        <source>None of these also matched {send}.</source>
        <translation>Никто из них не подходит под {send}.</translation>
    </message>
    <message>
        <source>{count} of these also matched {send}.</source>
        <translation>{count} из них подходят и под {send}.</translation>
    </message>
    <message>
        <source>How many of these got the campaign {send} could not be counted.</source>
        <translation>Не удалось посчитать, сколько из них получили кампанию {send}.</translation>
    </message>
    <message>
        <source>None of these got the campaign {send}.</source>
        <translation>Никто из них не получил кампанию {send}.</translation>
    </message>
    <message>
        <source>{count} of these got the campaign {send}, or may have.</source>
        <translation>{count} из них получили (или могли получить) кампанию {send}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln campaign(s) of that time are not compared: their people are too many, or not in this collection.</source>
        <translation>
            <numerusform>%Ln кампания за это время не сравнивается: в ней слишком много людей или они не из этой коллекции.</numerusform>
            <numerusform>%Ln кампании за это время не сравниваются: в них слишком много людей или они не из этой коллекции.</numerusform>
            <numerusform>%Ln кампаний за это время не сравниваются: в них слишком много людей или они не из этой коллекции.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln send(s) to another collection are not compared.</source>
        <translation>
            <numerusform>%Ln отправка в другую коллекцию не сравнивается.</numerusform>
            <numerusform>%Ln отправки в другую коллекцию не сравниваются.</numerusform>
            <numerusform>%Ln отправок в другую коллекцию не сравниваются.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” of {when}</source>
        <translation>«{title}» от {when}</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(без текста)</translation>
    </message>
    <message numerus="yes">
        <source>Everyone who matches an audience of the last %Ln hour(s): {sends}</source>
        <translation>
            <numerusform>Все, кто подходит под аудитории за последний %Ln час: {sends}</numerusform>
            <numerusform>Все, кто подходит под аудитории за последние %Ln часа: {sends}</numerusform>
            <numerusform>Все, кто подходит под аудитории за последние %Ln часов: {sends}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking who was messaged in the last %Ln hour(s)…</source>
        <translation>
            <numerusform>Проверка: кому писали за последний %Ln час…</numerusform>
            <numerusform>Проверка: кому писали за последние %Ln часа…</numerusform>
            <numerusform>Проверка: кому писали за последние %Ln часов…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of these may have been messaged in the last %Ln hour(s): they match {sends} (by who matches now).</source>
        <translation>
            <numerusform>{count} из них могли получить сообщение за последний %Ln час: они подходят под {sends} (по тому, кто подходит сейчас).</numerusform>
            <numerusform>{count} из них могли получить сообщение за последние %Ln часа: они подходят под {sends} (по тому, кто подходит сейчас).</numerusform>
            <numerusform>{count} из них могли получить сообщение за последние %Ln часов: они подходят под {sends} (по тому, кто подходит сейчас).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It could not be checked who was messaged in the last %Ln hour(s). Look in the history.</source>
        <translation>
            <numerusform>Не удалось проверить, кому писали за последний %Ln час. Посмотрите в истории.</numerusform>
            <numerusform>Не удалось проверить, кому писали за последние %Ln часа. Посмотрите в истории.</numerusform>
            <numerusform>Не удалось проверить, кому писали за последние %Ln часов. Посмотрите в истории.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too much was sent in the last %Ln hour(s) to be compared, so nobody is left out. Look in the history.</source>
        <translation>
            <numerusform>За последний %Ln час отправок слишком много для сравнения, поэтому никто не исключён. Посмотрите в истории.</numerusform>
            <numerusform>За последние %Ln часа отправок слишком много для сравнения, поэтому никто не исключён. Посмотрите в истории.</numerusform>
            <numerusform>За последние %Ln часов отправок слишком много для сравнения, поэтому никто не исключён. Посмотрите в истории.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out those messaged in the last %Ln hour(s)</source>
        <translation>
            <numerusform>Исключить тех, кому писали за последний %Ln час</numerusform>
            <numerusform>Исключить тех, кому писали за последние %Ln часа</numerusform>
            <numerusform>Исключить тех, кому писали за последние %Ln часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whoever was messaged in the %Ln hour(s) before it goes out is left out then.</source>
        <translation>
            <numerusform>Когда придёт время, будут исключены все, кому писали за %Ln час до отправки.</numerusform>
            <numerusform>Когда придёт время, будут исключены все, кому писали за %Ln часа до отправки.</numerusform>
            <numerusform>Когда придёт время, будут исключены все, кому писали за %Ln часов до отправки.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If somebody was messaged in the %Ln hour(s) before it goes out, you are asked then.</source>
        <translation>
            <numerusform>Если за %Ln час до отправки кому-то из них напишут, программа спросит вас.</numerusform>
            <numerusform>Если за %Ln часа до отправки кому-то из них напишут, программа спросит вас.</numerusform>
            <numerusform>Если за %Ln часов до отправки кому-то из них напишут, программа спросит вас.</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking that the server leaves them out…</source>
        <translation>Проверка: исключает ли их сервер…</translation>
    </message>
    <message>
        <source>They are left out; how many they are could not be counted.</source>
        <translation>Они исключены; сколько их, посчитать не удалось.</translation>
    </message>
    <message>
        <source>{count} left out, as the audiences match now.</source>
        <translation>Исключены: {count} (по тому, кто подходит под аудитории сейчас).</translation>
    </message>
    <message>
        <source>The server does not leave them out (it does not know “$nor”), so nobody is left out.</source>
        <translation>Сервер их не исключает (он не знает «$nor»), поэтому никто не исключён.</translation>
    </message>
    <message>
        <source>Only {left} pushes are left, and this needs {count}.</source>
        <translation>Осталось пушей: {left}, а нужно {count}.</translation>
    </message>
    <message>
        <source>Uses {percent} % of the pushes left: {count} of {left}.</source>
        <translation>Это {percent} % оставшихся пушей: {count} из {left}.</translation>
    </message>
    <message>
        <source>{quota} Whoever has several devices takes several.</source>
        <translation>{quota} На человека с несколькими устройствами уходит несколько.</translation>
    </message>
    <message numerus="yes">
        <source>{sends} and %Ln more</source>
        <translation>
            <numerusform>{sends} и ещё %Ln</numerusform>
            <numerusform>{sends} и ещё %Ln</numerusform>
            <numerusform>{sends} и ещё %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>It could not be checked that the server leaves them out. Untick this to send to them as well, or tick it again to check once more.</source>
        <translation>Не удалось проверить, что сервер их исключает. Снимите флажок, чтобы отправить и им, или поставьте его снова, чтобы проверить ещё раз.</translation>
    </message>
</context>
<context>
    <name>preview</name>
    <message>
        <source>Collapsed</source>
        <translation>Свёрнуто</translation>
    </message>
    <message>
        <source>Expanded</source>
        <translation>Развёрнуто</translation>
    </message>
    <message>
        <source>Lock screen</source>
        <translation>Экран блокировки</translation>
    </message>
    <message>
        <source>Banner</source>
        <translation>Баннер</translation>
    </message>
    <message>
        <source>too big</source>
        <translation>слишком большое</translation>
    </message>
    <message>
        <source>Number on the icon: {number}</source>
        <translation>Число на значке: {number}</translation>
    </message>
    <message>
        <source>Your app</source>
        <translation>Ваше приложение</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>Nothing is shown. The app gets the data.</source>
        <translation>На экране ничего не появится. Приложение получит данные.</translation>
    </message>
    <message>
        <source>Android is turned off: nothing is sent to Android phones.</source>
        <translation>Android выключен: на телефоны с Android ничего не уйдёт.</translation>
    </message>
    <message>
        <source>No text is shown. The app gets what is sent with it.</source>
        <translation>Текста на экране не будет. Приложение получит остальное.</translation>
    </message>
    <message>
        <source>iPhone is turned off: nothing is sent to iPhones.</source>
        <translation>iPhone выключен: на iPhone ничего не уйдёт.</translation>
    </message>
    <message numerus="yes">
        <source>Title cut here on most phones: %Ln more character(s)</source>
        <translation>
            <numerusform>Почти везде обрежут %Ln&#xa0;знак заголовка</numerusform>
            <numerusform>Почти везде обрежут %Ln&#xa0;знака заголовка</numerusform>
            <numerusform>Почти везде обрежут %Ln&#xa0;знаков заголовка</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Subtitle cut here on most phones: %Ln more character(s)</source>
        <translation>
            <numerusform>Почти везде обрежут %Ln&#xa0;знак подзаголовка</numerusform>
            <numerusform>Почти везде обрежут %Ln&#xa0;знака подзаголовка</numerusform>
            <numerusform>Почти везде обрежут %Ln&#xa0;знаков подзаголовка</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Text cut here on most phones: %Ln more character(s)</source>
        <translation>
            <numerusform>Почти везде обрежут %Ln&#xa0;знак текста</numerusform>
            <numerusform>Почти везде обрежут %Ln&#xa0;знака текста</numerusform>
            <numerusform>Почти везде обрежут %Ln&#xa0;знаков текста</numerusform>
        </translation>
    </message>
    <message>
        <source>key {key}</source>
        <translation>ключ {key}</translation>
    </message>
    <message>
        <source>{key}: {values}</source>
        <translation>{key}: {values}</translation>
    </message>
    <message>
        <source>the app&apos;s own text for the {key}</source>
        <translation>свой текст приложения: {key}</translation>
    </message>
    <message>
        <source>Sound: {name}</source>
        <translation>Звук: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln часть</numerusform>
            <numerusform>%Ln части</numerusform>
            <numerusform>%Ln частей</numerusform>
        </translation>
    </message>
    <message>
        <source>Part {number} of {count}</source>
        <translation>Часть {number} из {count}</translation>
    </message>
    <message>
        <source>Most phones join the parts into one message. Each is paid for.</source>
        <translation>Большинство телефонов соединяет части в одно сообщение. Платят за каждую часть.</translation>
    </message>
    <message>
        <source>nothing but blanks</source>
        <translation>одни пробелы</translation>
    </message>
    <message>
        <source>The request has something here that is not a section, so it cannot be shown.</source>
        <translation>В запросе на этом месте стоит что-то другое, поэтому показать нечего.</translation>
    </message>
    <message>
        <source>Write the text to see here how it is cut into parts.</source>
        <translation>Напишите текст: здесь будет видно, как он делится на части.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more part(s) are not shown</source>
        <translation>
            <numerusform>Ещё %Ln часть не показана</numerusform>
            <numerusform>Ещё %Ln части не показаны</numerusform>
            <numerusform>Ещё %Ln частей не показано</numerusform>
        </translation>
    </message>
    <message>
        <source>The number on the icon is removed.</source>
        <translation>Число на значке исчезнет.</translation>
    </message>
    <message>
        <source>Write a title or a text to see how it looks.</source>
        <translation>Напишите заголовок или текст: здесь будет видно, как это выглядит.</translation>
    </message>
</context>
<context>
    <name>problem</name>
    <message>
        <source>Something is wrong with this: {code}.</source>
        <translation>Здесь что-то не так: {code}.</translation>
    </message>
    <message>
        <source>Android</source>
        <translation>Android</translation>
    </message>
    <message>
        <source>iPhone</source>
        <translation>iPhone</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>целое число</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>да или нет</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>объект</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>список</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>дата</translation>
    </message>
    <message>
        <source>an id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>список текстов</translation>
    </message>
    <message>
        <source>Choose who gets it: add a condition, or choose Everyone.</source>
        <translation>Выберите получателей: добавьте условие или выберите «Все».</translation>
    </message>
    <message>
        <source>The query has a mistake, so nobody is chosen.</source>
        <translation>В фильтре ошибка, поэтому получатели не выбраны.</translation>
    </message>
    <message>
        <source>“{path}” is compared with a value of another type: it is {expected}.</source>
        <translation>Тип значения не тот: «{path}»&#xa0;— это {expected}.</translation>
    </message>
    <message>
        <source>Only Android devices among them will get it: the iPhone section is off.</source>
        <translation>Из них получат только устройства Android: раздел iPhone выключен.</translation>
    </message>
    <message>
        <source>Only iPhones among them will get it: the Android section is off.</source>
        <translation>Из них получат только iPhone: раздел Android выключен.</translation>
    </message>
    <message>
        <source>A condition is not finished.</source>
        <translation>Условие не закончено.</translation>
    </message>
    <message>
        <source>Choose an account to send through.</source>
        <translation>Выберите аккаунт для отправки.</translation>
    </message>
    <message>
        <source>The keys of “{account}” could not be read. {why}</source>
        <translation>Не удалось прочитать ключи аккаунта «{account}». {why}</translation>
    </message>
    <message>
        <source>“{variable}” is not filled in.</source>
        <translation>Переменная «{variable}» не заполнена.</translation>
    </message>
    <message>
        <source>“{key}”: this is not a number.</source>
        <translation>«{key}»: это не число.</translation>
    </message>
    <message>
        <source>“{key}”: this is not JSON.</source>
        <translation>«{key}»: это не JSON.</translation>
    </message>
    <message>
        <source>A value has no key.</source>
        <translation>У значения нет ключа.</translation>
    </message>
    <message>
        <source>“{key}” has a field of its own in this form.</source>
        <translation>Для «{key}» в форме есть своё поле.</translation>
    </message>
    <message>
        <source>This must be {expected}.</source>
        <translation>Нужен другой тип значения: {expected}.</translation>
    </message>
    <message>
        <source>This is null: there is nothing in it.</source>
        <translation>Здесь null, то есть пусто.</translation>
    </message>
    <message>
        <source>“{key}” is not documented. It is sent as it is.</source>
        <translation>«{key}» нет в документации. Отправится как есть.</translation>
    </message>
    <message>
        <source>{character} is half a character, and cannot be sent.</source>
        <translation>{character}&#xa0;— половина символа, отправить её нельзя.</translation>
    </message>
    <message>
        <source>There is an invisible control character ({character}) in this text. Delete it unless it is meant.</source>
        <translation>В тексте есть невидимый управляющий символ ({character}). Удалите его, если он здесь не нужен.</translation>
    </message>
    <message>
        <source>This number is too large to be sent.</source>
        <translation>Число слишком большое, отправить его нельзя.</translation>
    </message>
    <message>
        <source>Brackets are nested more than {limit} deep.</source>
        <translation>Скобки вложены глубже {limit} уровней.</translation>
    </message>
    <message>
        <source>Choose a collection to send to.</source>
        <translation>Выберите коллекцию получателей.</translation>
    </message>
    <message>
        <source>It cannot be sent to “{collection}”, only to: {allowed}.</source>
        <translation>В «{collection}» отправить нельзя. Можно в: {allowed}.</translation>
    </message>
    <message>
        <source>Write a message: it is empty.</source>
        <translation>Сообщение пустое: напишите его.</translation>
    </message>
    <message>
        <source>Write a message: a title or a body.</source>
        <translation>Напишите сообщение: заголовок или текст.</translation>
    </message>
    <message>
        <source>{section}: this section is on, but says nothing.</source>
        <translation>{section}: раздел включён, но пуст.</translation>
    </message>
    <message>
        <source>{section}: {bytes} bytes are too many, at most {limit} are delivered.</source>
        <translation>{section}: {bytes}&#xa0;Б&#xa0;— слишком много, доставят не больше {limit}&#xa0;Б.</translation>
    </message>
    <message>
        <source>These values need a text to be put into: “{key}” is empty.</source>
        <translation>Эти значения некуда подставить: «{key}» не заполнен.</translation>
    </message>
    <message>
        <source>The notification is empty: write a title or a body.</source>
        <translation>Уведомление пустое: напишите заголовок или текст.</translation>
    </message>
    <message>
        <source>“{value}” is not a colour. Write it as #2563EB.</source>
        <translation>«{value}»&#xa0;— не цвет. Запишите его как #2563EB.</translation>
    </message>
    <message>
        <source>Write a list of texts in JSON: [&quot;one&quot;, &quot;two&quot;].</source>
        <translation>Напишите список текстов в JSON: [&quot;один&quot;, &quot;два&quot;].</translation>
    </message>
    <message>
        <source>Android does not know “{key}”: it is for iPhones.</source>
        <translation>Android не знает «{key}»: это для iPhone.</translation>
    </message>
    <message>
        <source>Scorocode does not document “{option}”. It is sent as it is.</source>
        <translation>В документации Scorocode нет «{option}». Отправится как есть.</translation>
    </message>
    <message>
        <source>“{option}” must be {allowed}.</source>
        <translation>Для «{option}» допустимо: {allowed}.</translation>
    </message>
    <message>
        <source>“{key}” is a name that Google keeps for itself. Choose another.</source>
        <translation>Имя «{key}» занято Google. Выберите другое.</translation>
    </message>
    <message>
        <source>“{key}” is not a text: Android will turn it into one.</source>
        <translation>«{key}»&#xa0;— не текст: Android превратит его в текст.</translation>
    </message>
    <message>
        <source>An id is for one single device. Leave it empty when there are more.</source>
        <translation>ID годится только для одного устройства. Если их больше, не заполняйте.</translation>
    </message>
    <message>
        <source>{bytes} bytes are too many: at most {limit}.</source>
        <translation>{bytes}&#xa0;Б&#xa0;— слишком много, можно не больше {limit}&#xa0;Б.</translation>
    </message>
    <message>
        <source>The priority cannot be {value}. It is one of: {allowed}.</source>
        <translation>Приоритета {value} не бывает. Допустимо: {allowed}.</translation>
    </message>
    <message>
        <source>A message without text must have priority {required}.</source>
        <translation>У сообщения без текста должен быть приоритет {required}.</translation>
    </message>
    <message>
        <source>This wakes the app and hands it nothing.</source>
        <translation>Приложение проснётся, но ничего не получит.</translation>
    </message>
    <message>
        <source>This is a pattern, not a date. Write a date, or leave it empty.</source>
        <translation>Это шаблон, а не дата. Напишите дату или оставьте поле пустым.</translation>
    </message>
    <message>
        <source>Write date, time and zone as in 2026-12-31T18:00:00+03:00.</source>
        <translation>Напишите дату, время и часовой пояс так: 2026-12-31T18:00:00+03:00.</translation>
    </message>
    <message>
        <source>This is in the past: devices that are off will never get it.</source>
        <translation>Срок в прошлом: выключенные устройства сообщение не получат.</translation>
    </message>
    <message>
        <source>Apple keeps a message for {days} days at most.</source>
        <translation>Apple хранит сообщение не дольше {days} дней.</translation>
    </message>
    <message>
        <source>The message has no text: write a title or a body.</source>
        <translation>В сообщении нет текста: напишите заголовок или текст.</translation>
    </message>
    <message>
        <source>A badge cannot be below 0.</source>
        <translation>Бейдж не может быть меньше 0.</translation>
    </message>
    <message>
        <source>“{key}” can only be 1.</source>
        <translation>Для «{key}» допустима только 1.</translation>
    </message>
    <message>
        <source>This must be from {minimum} to {maximum}.</source>
        <translation>Допустимо от {minimum} до {maximum}.</translation>
    </message>
    <message>
        <source>Write the text of the message.</source>
        <translation>Напишите текст сообщения.</translation>
    </message>
    <message>
        <source>The text makes {parts} parts; at most {limit} can be joined.</source>
        <translation>Частей в SMS: {parts}. Объединить можно не больше {limit}.</translation>
    </message>
    <message>
        <source>The text makes {parts} parts; many gateways take {advised} at most.</source>
        <translation>Частей в SMS: {parts}. Многие шлюзы принимают не больше {advised}.</translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation>Назовите аккаунт.</translation>
    </message>
    <message>
        <source>Choose what messages from this account reach.</source>
        <translation>Выберите, до кого доходят сообщения этого аккаунта.</translation>
    </message>
    <message>
        <source>Write the address of the server.</source>
        <translation>Напишите адрес сервера.</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>Адрес должен начинаться с https://.</translation>
    </message>
    <message>
        <source>Keys would travel unprotected. Use https:// (http:// only for this computer).</source>
        <translation>Ключи ушли бы без защиты. Нужен https:// (http://&#xa0;— только для этого компьютера).</translation>
    </message>
    <message>
        <source>Write the application id.</source>
        <translation>Введите ID приложения.</translation>
    </message>
    <message>
        <source>Write the client key.</source>
        <translation>Введите клиентский ключ.</translation>
    </message>
    <message>
        <source>Write the access key.</source>
        <translation>Введите ключ доступа.</translation>
    </message>
    <message>
        <source>Without the masterKey a session is needed. Log in, or paste one.</source>
        <translation>Без masterKey нужна сессия. Войдите или вставьте её.</translation>
    </message>
    <message>
        <source>From above 0 to {maximum} seconds.</source>
        <translation>Больше 0, но не больше {maximum} секунд.</translation>
    </message>
    <message>
        <source>From 1 to {maximum}.</source>
        <translation>От 1 до {maximum}.</translation>
    </message>
    <message>
        <source>This is not a query: write it as in the query editor.</source>
        <translation>Это не фильтр. Пишите так же, как в редакторе фильтра.</translation>
    </message>
    <message>
        <source>From 0 to {maximum}.</source>
        <translation>От 0 до {maximum}.</translation>
    </message>
    <message>
        <source>From 0 to {maximum} percent.</source>
        <translation>От 0 до {maximum} процентов.</translation>
    </message>
    <message>
        <source>This is not a price.</source>
        <translation>Это не цена.</translation>
    </message>
    <message>
        <source>A price cannot be below 0.</source>
        <translation>Цена не может быть меньше 0.</translation>
    </message>
    <message>
        <source>“{operator}”: its price is not a number.</source>
        <translation>«{operator}»: цена&#xa0;— не число.</translation>
    </message>
    <message>
        <source>“{operator}”: a price cannot be below 0.</source>
        <translation>«{operator}»: цена не может быть меньше 0.</translation>
    </message>
    <message>
        <source>An operator has no name.</source>
        <translation>У одного из операторов нет названия.</translation>
    </message>
    <message>
        <source>“{operator}”: write how its numbers begin.</source>
        <translation>«{operator}»: укажите, с чего начинаются его номера.</translation>
    </message>
    <message>
        <source>“{text}”: these braces do not pair up. A variable has two on either side.</source>
        <translation>«{text}»: скобки стоят без пары. У переменной их по две с каждой стороны.</translation>
    </message>
    <message>
        <source>The keys of “{account}” were given for {given_for}, and the account now says {now}. Nothing was asked or sent. Open Accounts to say which is right.</source>
        <translation>Ключи аккаунта «{account}» введены для {given_for}, а теперь в аккаунте указано {now}. Ничего не запрошено и не отправлено. Откройте «Аккаунты» и выберите, что верно.</translation>
    </message>
    <message>
        <source>The keys of “{account}” were given for the application {given_for}, and the account now says {now}. Nothing was asked or sent. Open Accounts to say which is right.</source>
        <translation>Ключи аккаунта «{account}» введены для приложения {given_for}, а теперь в аккаунте указано {now}. Ничего не запрошено и не отправлено. Откройте «Аккаунты» и выберите, что верно.</translation>
    </message>
    <message>
        <source>“{letter}” in “{host}” is {name}, although it looks like a Latin letter. Is this really the server?</source>
        <translation>«{letter}» в «{host}»&#xa0;— это {name}, хотя выглядит как латинская буква. Это точно тот сервер?</translation>
    </message>
    <message>
        <source>“{path}” is {expected}, and is compared with a value of another type: this condition leaves nobody out.</source>
        <translation>«{path}»&#xa0;— это {expected}, а сравнивается со значением другого типа: это условие никого не исключает.</translation>
    </message>
    <message>
        <source>“{path}” is {expected}, and a relative date can only be compared with a date: nobody matches.</source>
        <translation>«{path}»&#xa0;— это {expected}, а относительную дату можно сравнивать только с датой: никто не подойдёт.</translation>
    </message>
    <message>
        <source>From 0 to {maximum} seconds.</source>
        <translation>От 0 до {maximum} секунд.</translation>
    </message>
    <message>
        <source>No record has a field “{path}”. Is it spelt right?</source>
        <translation>Поля «{path}» нет ни у кого. Нет ли опечатки?</translation>
    </message>
    <message>
        <source>No record has a field “{path}”, so this condition holds for everyone. Is it spelt right?</source>
        <translation>Поля «{path}» нет ни у кого, поэтому под условие подходят все. Нет ли опечатки?</translation>
    </message>
    <message>
        <source>Reading the query…</source>
        <translation>Чтение фильтра…</translation>
    </message>
    <message>
        <source>The keys of “{account}” are missing. Open Accounts to enter them.</source>
        <translation>Нет ключей аккаунта «{account}». Введите их в окне «Аккаунты».</translation>
    </message>
    <message>
        <source>“{variable}” is sent as it is, for the app to fill in.</source>
        <translation>«{variable}» уйдёт как есть, значение подставит приложение.</translation>
    </message>
    <message>
        <source>“{text}” is not a variable: it is sent as it is.</source>
        <translation>«{text}»&#xa0;— не переменная, уйдёт как есть.</translation>
    </message>
    <message>
        <source>“{key}” is given twice.</source>
        <translation>«{key}» указан дважды.</translation>
    </message>
    <message>
        <source>“{value}” is not a protocol: choose http or xmpp.</source>
        <translation>«{value}»&#xa0;— не протокол. Допустимо: http или xmpp.</translation>
    </message>
    <message>
        <source>This is not a UUID in small letters. Example: 123e4567-e89b-12d3-a456-426655440000.</source>
        <translation>Это не UUID строчными буквами. Пример: 123e4567-e89b-12d3-a456-426655440000.</translation>
    </message>
    <message>
        <source>“{value}” is not one of: {allowed}.</source>
        <translation>«{value}» не подходит. Допустимо: {allowed}.</translation>
    </message>
    <message>
        <source>It contains a space, line break or foreign letter. Was it copied whole?</source>
        <translation>Здесь пробел, перенос строки или посторонняя буква. Скопировано целиком?</translation>
    </message>
    <message>
        <source>This is not an address. Example: https://api.scorocode.ru/api/v1/.</source>
        <translation>Это не адрес. Пример: https://api.scorocode.ru/api/v1/.</translation>
    </message>
    <message>
        <source>“{zone}” is not a time zone. Example: Europe/Moscow.</source>
        <translation>«{zone}»&#xa0;— не часовой пояс. Пример: Europe/Moscow.</translation>
    </message>
    <message>
        <source>Name the currency, for example RUB.</source>
        <translation>Укажите валюту, например RUB.</translation>
    </message>
    <message>
        <source>“{prefix}” is not how a number begins: use digits only, for example 7910.</source>
        <translation>«{prefix}»&#xa0;— не начало номера: нужны только цифры, например 7910.</translation>
    </message>
    <message>
        <source>“{prefix}” is given for two operators.</source>
        <translation>«{prefix}» указано у двух операторов.</translation>
    </message>
    <message>
        <source>Something went wrong in the app, so nobody is chosen. Change the audience, or read it again here.</source>
        <translation>В программе произошла ошибка, поэтому никто не выбран. Измените получателей или нажмите здесь, чтобы прочитать их заново.</translation>
    </message>
    <message>
        <source>{host} is not this computer, so it is not a sandbox: what is sent there may reach people. Choose Test or Production, or an address of this computer. Nothing is sent before that.</source>
        <translation>{host}&#xa0;— не этот компьютер, значит, это не песочница: отправленное туда может дойти до людей. Выберите «Тестовая среда» или «Рабочая среда» либо укажите адрес этого компьютера. До тех пор ничего не отправляется.</translation>
    </message>
    <message>
        <source>“{path}” is a date, and this is not: nobody matches. Write it as 2026-01-31T18:00:00Z.</source>
        <translation>«{path}»&#xa0;— дата, а здесь не дата: никто не подойдёт. Пишите так: 2026-01-31T18:00:00Z.</translation>
    </message>
    <message>
        <source>“{path}” is a date, and what it is compared with is not: this condition leaves nobody out. Write it as 2026-01-31T18:00:00Z.</source>
        <translation>«{path}»&#xa0;— дата, а сравнивается не с датой: это условие никого не исключает. Пишите так: 2026-01-31T18:00:00Z.</translation>
    </message>
    <message>
        <source>It contains a line break or a tab. Was it copied whole?</source>
        <translation>Внутри перенос строки или табуляция. Скопировано целиком?</translation>
    </message>
    <message>
        <source>There is a space, a line break or an invisible character at its beginning or end. Remove it.</source>
        <translation>В начале или в конце пробел, перенос строки или невидимый символ. Уберите его.</translation>
    </message>
    <message>
        <source>It contains an invisible character: {character}. Remove it.</source>
        <translation>Внутри стоит невидимый символ: {character}. Уберите его.</translation>
    </message>
    <message>
        <source>It cannot contain spaces.</source>
        <translation>Пробелов внутри быть не может.</translation>
    </message>
    <message>
        <source>A key has a space at its beginning or end, or an invisible character.</source>
        <translation>В ключе есть пробел с краю или невидимый символ.</translation>
    </message>
    <message>
        <source>From 0 to {maximum} days.</source>
        <translation>От 0 до {maximum} дней.</translation>
    </message>
    <message>
        <source>“Campaign…” fills it in for each recipient.</source>
        <translation>«Кампания…» заполнит её для каждого.</translation>
    </message>
    <message>
        <source>From 0 to {maximum} hours.</source>
        <translation>От 0 до {maximum} часов.</translation>
    </message>
    <message>
        <source>Remove “?”, “#” and what follows them from the address.</source>
        <translation>Уберите из адреса «?», «#» и всё после них.</translation>
    </message>
    <message>
        <source>“{text}” is not a variable, so it is unclear who would match. Remove the braces.</source>
        <translation>«{text}»&#xa0;— не переменная: неизвестно, кто под это подойдёт. Уберите скобки.</translation>
    </message>
    <message>
        <source>Remove the name and password from the address.</source>
        <translation>Уберите из адреса имя и пароль.</translation>
    </message>
</context>
<context>
    <name>proposals</name>
    <message>
        <source>not documented by Scorocode</source>
        <translation>нет в документации Scorocode</translation>
    </message>
    <message>
        <source>changes with time</source>
        <translation>меняется со временем</translation>
    </message>
    <message>
        <source>{count} in the sample</source>
        <translation>{count} в выборке</translation>
    </message>
</context>
<context>
    <name>query</name>
    <message>
        <source>There is a mistake here: {code}.</source>
        <translation>Здесь ошибка: {code}.</translation>
    </message>
    <message>
        <source>Write a query, or choose Everyone.</source>
        <translation>Напишите фильтр или выберите «Все».</translation>
    </message>
    <message>
        <source>A comma is missing before this.</source>
        <translation>Перед этим местом не хватает запятой.</translation>
    </message>
    <message>
        <source>A colon is missing after “{key}”.</source>
        <translation>После «{key}» не хватает двоеточия.</translation>
    </message>
    <message>
        <source>This key has no value.</source>
        <translation>У этого ключа нет значения.</translation>
    </message>
    <message>
        <source>JSON takes double quotes only: write &quot;…&quot;.</source>
        <translation>В JSON кавычки только двойные: &quot;…&quot;.</translation>
    </message>
    <message>
        <source>These are curly quotes. JSON takes straight ones only: &quot;…&quot;.</source>
        <translation>Это типографские кавычки, а в JSON нужны прямые: &quot;…&quot;.</translation>
    </message>
    <message>
        <source>Put the key in double quotes: &quot;{key}&quot;.</source>
        <translation>Возьмите ключ в двойные кавычки: &quot;{key}&quot;.</translation>
    </message>
    <message>
        <source>Put the text in double quotes: &quot;{text}&quot;.</source>
        <translation>Возьмите текст в двойные кавычки: &quot;{text}&quot;.</translation>
    </message>
    <message>
        <source>JSON has no “{word}”. Write {right}.</source>
        <translation>В JSON нет «{word}». Напишите {right}.</translation>
    </message>
    <message>
        <source>“{text}” is not JSON: only databases&apos; own consoles take it.</source>
        <translation>«{text}»&#xa0;— не JSON: так пишут только в консоли базы данных.</translation>
    </message>
    <message>
        <source>“{text}” is not a number as JSON writes it.</source>
        <translation>«{text}»&#xa0;— в JSON числа так не пишут.</translation>
    </message>
    <message>
        <source>JSON has no “{text}”.</source>
        <translation>В JSON нет «{text}».</translation>
    </message>
    <message>
        <source>This text is not closed: its second quote is missing.</source>
        <translation>Текст не закрыт: не хватает второй кавычки.</translation>
    </message>
    <message>
        <source>The bracket {bracket} is never closed.</source>
        <translation>Скобка {bracket} не закрыта.</translation>
    </message>
    <message>
        <source>This bracket {bracket} closes nothing.</source>
        <translation>Скобка {bracket} лишняя: она ничего не закрывает.</translation>
    </message>
    <message>
        <source>“{character}” does not belong here.</source>
        <translation>«{character}» здесь лишний.</translation>
    </message>
    <message>
        <source>JSON has no comments. Delete this one.</source>
        <translation>В JSON не бывает комментариев. Удалите этот.</translation>
    </message>
    <message>
        <source>The query has ended before this. Delete what follows.</source>
        <translation>Фильтр закончился раньше. Удалите то, что после него.</translation>
    </message>
    <message>
        <source>“{escape}” means nothing inside a text. For a backslash, write two.</source>
        <translation>«{escape}» внутри текста ничего не значит. Если нужна обратная косая черта, напишите две.</translation>
    </message>
    <message>
        <source>This is not JSON.</source>
        <translation>Это не JSON.</translation>
    </message>
    <message>
        <source>{number} is too large: it would arrive as infinity.</source>
        <translation>{number}&#xa0;— слишком большое число: дошла бы бесконечность.</translation>
    </message>
    <message>
        <source>{number} is too small: it would arrive as 0.</source>
        <translation>{number}&#xa0;— слишком маленькое число: дошёл бы 0.</translation>
    </message>
    <message>
        <source>{number} has more digits than are kept: it is sent as {becomes}.</source>
        <translation>В {number} больше цифр, чем сохраняется: уйдёт {becomes}.</translation>
    </message>
    <message>
        <source>{number} is sent as it is, but a server may round a number this large.</source>
        <translation>{number} уйдёт как есть, но такое большое число сервер может округлить.</translation>
    </message>
    <message>
        <source>This number has {digits} digits; at most {limit} can be sent.</source>
        <translation>Цифр в числе: {digits}. Отправить можно не больше {limit}.</translation>
    </message>
    <message>
        <source>{character} is half a character, and cannot be sent.</source>
        <translation>{character}&#xa0;— половина символа, отправить её нельзя.</translation>
    </message>
    <message>
        <source>The quotes in {text} are part of the text: only what has them too will match.</source>
        <translation>Кавычки в {text}&#xa0;— часть текста: подойдёт только значение с такими же кавычками.</translation>
    </message>
    <message>
        <source>Brackets are nested more than {limit} deep.</source>
        <translation>Скобки вложены глубже {limit} уровней.</translation>
    </message>
    <message>
        <source>There is no operator {operator}.</source>
        <translation>Оператора {operator} нет.</translation>
    </message>
    <message>
        <source>There is no operator {operator}. Did you mean {suggestion}?</source>
        <translation>Оператора {operator} нет. Может быть, {suggestion}?</translation>
    </message>
    <message>
        <source>“{key}” is taken for a field. Did you mean {suggestion}?</source>
        <translation>«{key}» читается как поле. Может быть, {suggestion}?</translation>
    </message>
    <message>
        <source>{operator} belongs inside a field: {{&quot;field&quot;: {{&quot;{operator}&quot;: …}}}}.</source>
        <translation>{operator} пишут внутри поля: {{&quot;поле&quot;: {{&quot;{operator}&quot;: …}}}}.</translation>
    </message>
    <message>
        <source>{operator} belongs outside of a field: {{&quot;{operator}&quot;: …}}.</source>
        <translation>{operator} пишут вне поля: {{&quot;{operator}&quot;: …}}.</translation>
    </message>
    <message>
        <source>{operator} changes data. A query only chooses.</source>
        <translation>{operator} меняет данные, а фильтр только отбирает.</translation>
    </message>
    <message>
        <source>{operator} is a step of a calculation, not a condition.</source>
        <translation>{operator}&#xa0;— шаг вычисления, а не условие.</translation>
    </message>
    <message>
        <source>{operator} runs a program on the server, which is not allowed here.</source>
        <translation>{operator} запускает код на сервере, здесь это запрещено.</translation>
    </message>
    <message>
        <source>Scorocode has no {operator}.</source>
        <translation>В Scorocode нет {operator}.</translation>
    </message>
    <message>
        <source>{operator} needs {expected}.</source>
        <translation>Для {operator} укажите {expected}.</translation>
    </message>
    <message>
        <source>“{options}”: the options of a pattern are i, m, s and x.</source>
        <translation>«{options}»: у регулярных выражений бывают флаги i, m, s и x.</translation>
    </message>
    <message>
        <source>$options means nothing without $regex beside it.</source>
        <translation>$options без $regex рядом ничего не значит.</translation>
    </message>
    <message>
        <source>Scorocode does not document {operator}. It may work.</source>
        <translation>В документации Scorocode нет {operator}. Может и сработать.</translation>
    </message>
    <message>
        <source>An empty pattern matches every text.</source>
        <translation>Под пустое регулярное выражение подходит любой текст.</translation>
    </message>
    <message>
        <source>An empty condition {{}} matches everyone.</source>
        <translation>Под пустое условие {{}} подходят все.</translation>
    </message>
    <message>
        <source>This would reach everyone. If that is meant, choose Everyone above.</source>
        <translation>Так сообщение получат все. Если это нужно, выберите «Все» выше.</translation>
    </message>
    <message>
        <source>Nothing can match this.</source>
        <translation>Под это не подойдёт никто.</translation>
    </message>
    <message>
        <source>a list: […]</source>
        <translation>список: […]</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true или false</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>a whole number from 0</source>
        <translation>целое число от 0</translation>
    </message>
    <message>
        <source>a list of two numbers: [divisor, remainder]</source>
        <translation>список из двух чисел: [делитель, остаток]</translation>
    </message>
    <message>
        <source>the name or number of a type</source>
        <translation>имя или номер типа</translation>
    </message>
    <message>
        <source>conditions: {&quot;$gt&quot;: 5}</source>
        <translation>условия: {&quot;$gt&quot;: 5}</translation>
    </message>
    <message>
        <source>an object: {…}</source>
        <translation>объект: {…}</translation>
    </message>
    <message>
        <source>a list of conditions that is not empty: [{…}, {…}]</source>
        <translation>непустой список условий: [{…}, {…}]</translation>
    </message>
    <message>
        <source>a date with its time and zone: &quot;2026-01-31T18:00:00Z&quot;</source>
        <translation>дату со временем и часовым поясом: &quot;2026-01-31T18:00:00Z&quot;</translation>
    </message>
    <message>
        <source>24 hexadecimal digits in quotes</source>
        <translation>24 шестнадцатеричных знака в кавычках</translation>
    </message>
    <message>
        <source>a whole number in quotes: &quot;42&quot;</source>
        <translation>целое число в кавычках: &quot;42&quot;</translation>
    </message>
    <message>
        <source>a number in quotes: &quot;4.2&quot;</source>
        <translation>число в кавычках: &quot;4.2&quot;</translation>
    </message>
    <message>
        <source>a UUID: &quot;123e4567-e89b-12d3-a456-426614174000&quot;</source>
        <translation>UUID: &quot;123e4567-e89b-12d3-a456-426614174000&quot;</translation>
    </message>
    <message>
        <source>bytes: {&quot;base64&quot;: &quot;…&quot;, &quot;subType&quot;: &quot;00&quot;}</source>
        <translation>байты: {&quot;base64&quot;: &quot;…&quot;, &quot;subType&quot;: &quot;00&quot;}</translation>
    </message>
    <message>
        <source>two whole numbers: {&quot;t&quot;: 1, &quot;i&quot;: 1}</source>
        <translation>два целых числа: {&quot;t&quot;: 1, &quot;i&quot;: 1}</translation>
    </message>
    <message>
        <source>a pattern: {&quot;pattern&quot;: &quot;^A&quot;, &quot;options&quot;: &quot;i&quot;}</source>
        <translation>регулярное выражение: {&quot;pattern&quot;: &quot;^A&quot;, &quot;options&quot;: &quot;i&quot;}</translation>
    </message>
    <message>
        <source>the number 1</source>
        <translation>число 1</translation>
    </message>
    <message>
        <source>the word true</source>
        <translation>слово true</translation>
    </message>
    <message>
        <source>A relative date can only be compared: {{&quot;field&quot;: {{&quot;$gte&quot;: {{&quot;$relativeDate&quot;: …}}}}}}.</source>
        <translation>Относительную дату можно только сравнивать: {{&quot;поле&quot;: {{&quot;$gte&quot;: {{&quot;$relativeDate&quot;: …}}}}}}.</translation>
    </message>
    <message>
        <source>“{unit}” can be at most {most}, back or ahead.</source>
        <translation>«{unit}»: не больше {most} назад или вперёд.</translation>
    </message>
    <message>
        <source>how far from now it is, or a start: {&quot;days&quot;: -30}, {&quot;startOf&quot;: &quot;month&quot;}</source>
        <translation>отступ от текущего момента или начало: {&quot;days&quot;: -30}, {&quot;startOf&quot;: &quot;month&quot;}</translation>
    </message>
    <message>
        <source>&quot;day&quot;, &quot;week&quot;, &quot;month&quot; or &quot;year&quot;</source>
        <translation>&quot;day&quot;, &quot;week&quot;, &quot;month&quot; или &quot;year&quot;</translation>
    </message>
    <message>
        <source>a whole number without quotes, with a minus for the past: -30</source>
        <translation>целое число без кавычек, для прошлого с минусом: -30</translation>
    </message>
    <message>
        <source>A relative date has no “{member}”: only startOf, and one of minutes, hours, days, weeks, months, years.</source>
        <translation>В относительной дате нет «{member}»: только startOf и что-то одно из minutes, hours, days, weeks, months, years.</translation>
    </message>
    <message>
        <source>A key in double quotes is expected here.</source>
        <translation>Здесь должен быть ключ в двойных кавычках.</translation>
    </message>
    <message>
        <source>Remove this comma: nothing follows it.</source>
        <translation>Уберите запятую: после неё ничего нет.</translation>
    </message>
    <message>
        <source>Remove this comma: nothing comes before it.</source>
        <translation>Уберите запятую: перед ней ничего нет.</translation>
    </message>
    <message>
        <source>There is an invisible character ({character}) here. Delete it.</source>
        <translation>Здесь невидимый символ ({character}). Удалите его.</translation>
    </message>
    <message>
        <source>There is a line break, tab or other control character ({character}) inside a text. Write it as \n or \t.</source>
        <translation>Внутри текста перенос строки, табуляция или другой управляющий символ ({character}). Запишите его как \n или \t.</translation>
    </message>
    <message>
        <source>Write a query in curly brackets: {{&quot;field&quot;: &quot;value&quot;}}.</source>
        <translation>Фильтр пишут в фигурных скобках: {{&quot;поле&quot;: &quot;значение&quot;}}.</translation>
    </message>
    <message>
        <source>“{key}” is given twice (first in line {first_line}, column {first_column}): only one would count.</source>
        <translation>«{key}» указан дважды (первый раз&#xa0;— строка {first_line}, символ {first_column}): сработал бы только один.</translation>
    </message>
    <message>
        <source>“{key}” is among operators, where only operators can be.</source>
        <translation>«{key}» стоит среди операторов, а там могут быть только они.</translation>
    </message>
    <message>
        <source>Nothing else can be beside {operator} in its brackets.</source>
        <translation>В скобках рядом с {operator} больше ничего не может стоять.</translation>
    </message>
    <message>
        <source>There is an invisible {character} here: the text is “{text}”. Delete it unless it is meant.</source>
        <translation>Здесь невидимый знак {character}, полностью текст такой: «{text}». Удалите знак, если он не нужен.</translation>
    </message>
    <message>
        <source>{character} here changes the order of what you see: the text is “{text}”.</source>
        <translation>Знак {character} меняет порядок видимых букв, на деле текст такой: «{text}».</translation>
    </message>
    <message>
        <source>This text has a space at its beginning or end: only what has it too will match.</source>
        <translation>В начале или в конце текста стоит пробел: подойдёт только значение с таким же пробелом.</translation>
    </message>
    <message>
        <source>A relative date has one number: remove “{unit}” or the one before it.</source>
        <translation>В относительной дате только одно число: уберите «{unit}» или то, что стоит до него.</translation>
    </message>
    <message>
        <source>Only the query in curly brackets belongs here. Remove what is around it.</source>
        <translation>Здесь нужен только фильтр в фигурных скобках. Уберите то, что вокруг него.</translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>A message is being sent</source>
        <translation>Сообщение отправляется</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Wait for the answer</source>
        <translation>Дождаться ответа</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Вернуться к правке</translation>
    </message>
    <message>
        <source>The file exists</source>
        <translation>Файл уже есть</translation>
    </message>
    <message>
        <source>“{name}” is there already. Replace it?</source>
        <translation>Файл «{name}» уже есть. Заменить его?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>Keep the file</source>
        <translation>Оставить файл</translation>
    </message>
    <message>
        <source>A message is held</source>
        <translation>Сообщение задержано</translation>
    </message>
    <message>
        <source>“Send now” sends it and closes the app once the server has answered. “Take it back” sends nothing: the message is in the form again at the next start.</source>
        <translation>«Отправить сейчас»&#xa0;— сообщение уйдёт, и программа закроется, когда ответит сервер. «Вернуть в форму»&#xa0;— ничего не уйдёт: при следующем запуске сообщение снова будет в форме.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Отправить сейчас</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Вернуть в форму</translation>
    </message>
    <message>
        <source>The server has not answered yet. Close anyway?</source>
        <translation>Сервер ещё не ответил. Всё равно закрыть?</translation>
    </message>
    <message>
        <source>The message may still go out. The history will say “Unknown”: a closed app cannot hear the answer.</source>
        <translation>Сообщение ещё может уйти. В истории будет «Неизвестно»: закрытая программа не узнает ответ.</translation>
    </message>
    <message>
        <source>Discard what you changed here?</source>
        <translation>Не сохранять то, что вы здесь изменили?</translation>
    </message>
    <message>
        <source>Your text could not be saved</source>
        <translation>Не удалось сохранить ваш текст</translation>
    </message>
    <message>
        <source>If the app closes now, what you wrote since the last save is lost. If it stays open, it keeps trying, and you can copy the text elsewhere.</source>
        <translation>Если закрыть программу сейчас, всё написанное после последнего сохранения пропадёт. Если не закрывать, она продолжит попытки, а вы сможете скопировать текст в другое место.</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Закрыть без сохранения</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Не закрывать</translation>
    </message>
    <message>
        <source>A confirmed message has not left yet. What should be done with it?</source>
        <translation>Подтверждённое сообщение ещё не ушло. Что с ним сделать?</translation>
    </message>
</context>
<context>
    <name>reach</name>
    <message>
        <source>of {number} matching</source>
        <translation>из {number} подходящих</translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a phone number get nothing</source>
        <translation>
            <numerusform>%Ln без номера телефона ничего не получит</numerusform>
            <numerusform>%Ln без номера телефона ничего не получат</numerusform>
            <numerusform>%Ln без номера телефона ничего не получат</numerusform>
        </translation>
    </message>
    <message>
        <source>{of_how_many}; {left_out}</source>
        <translation>{of_how_many}; {left_out}</translation>
    </message>
    <message>
        <source>At most: whoever has no phone number gets nothing.</source>
        <translation>Не больше этого: у кого нет номера телефона, тот ничего не получит.</translation>
    </message>
    <message>
        <source>None of them has a phone number, so there is nobody to send to.</source>
        <translation>Ни у кого из них нет номера телефона, отправлять некому.</translation>
    </message>
    <message numerus="yes">
        <source>Send to at most %Ln user(s)</source>
        <translation>
            <numerusform>Отправить не более чем %Ln пользователю</numerusform>
            <numerusform>Отправить не более чем %Ln пользователям</numerusform>
            <numerusform>Отправить не более чем %Ln пользователям</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recount</name>
    <message>
        <source>Now the number is known: {after}. Nothing has been sent yet: check it once more.</source>
        <translation>Теперь число известно: {after}. Пока ничего не отправлено: проверьте ещё раз.</translation>
    </message>
    <message>
        <source>There were {before}, and now the number is unknown. Nothing has been sent yet: check it once more.</source>
        <translation>Было {before}, а теперь узнать число не удалось. Пока ничего не отправлено: проверьте ещё раз.</translation>
    </message>
    <message>
        <source>The number changed from {before} to {after}. Nothing has been sent yet: check it once more.</source>
        <translation>За это время число изменилось: было {before}, стало {after}. Пока ничего не отправлено: проверьте ещё раз.</translation>
    </message>
    <message>
        <source>It is {now} in {zone}: the quiet hours of this account are from {start} to {end}.</source>
        <translation>Сейчас {now} ({zone}): тихие часы этого аккаунта&#xa0;— с {start} до {end}.</translation>
    </message>
    <message>
        <source>It is {now}: the quiet hours of this account are from {start} to {end}.</source>
        <translation>Сейчас {now}: тихие часы этого аккаунта&#xa0;— с {start} до {end}.</translation>
    </message>
    <message>
        <source>It will be {now} in {zone}: the quiet hours of this account are from {start} to {end}.</source>
        <translation>В это время будет {now} ({zone}): тихие часы этого аккаунта&#xa0;— с {start} до {end}.</translation>
    </message>
    <message>
        <source>It will be {now}: the quiet hours of this account are from {start} to {end}.</source>
        <translation>В это время будет {now}: тихие часы этого аккаунта&#xa0;— с {start} до {end}.</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <source>a spreadsheet rounded this number; format the column as text and copy it anew</source>
        <translation>таблица округлила этот номер: задайте столбцу текстовый формат и скопируйте его заново</translation>
    </message>
    <message>
        <source>a number with an extension</source>
        <translation>номер с добавочным</translation>
    </message>
    <message>
        <source>two numbers; write each in a line of its own</source>
        <translation>два номера: запишите каждый в своей строке</translation>
    </message>
    <message>
        <source>digits are missing</source>
        <translation>не хватает цифр</translation>
    </message>
    <message>
        <source>the number has the wrong length</source>
        <translation>в номере неверное число цифр</translation>
    </message>
    <message>
        <source>no country has numbers that begin so</source>
        <translation>ни в одной стране номера так не начинаются</translation>
    </message>
    <message>
        <source>no number of the chosen country, and no country code</source>
        <translation>это не номер выбранной страны, а кода страны нет</translation>
    </message>
    <message>
        <source>neither a phone, an e-mail nor a user id</source>
        <translation>это не телефон, не адрес почты и не ID пользователя</translation>
    </message>
    <message>
        <source>this is not a complete e-mail address</source>
        <translation>это неполный адрес почты</translation>
    </message>
    <message>
        <source>Row {row}: “{text}” — {why}</source>
        <translation>Строка {row}: «{text}»&#xa0;— {why}</translation>
    </message>
</context>
<context>
    <name>relative</name>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln минуту</numerusform>
            <numerusform>%Ln минуты</numerusform>
            <numerusform>%Ln минут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln час</numerusform>
            <numerusform>%Ln часа</numerusform>
            <numerusform>%Ln часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln день</numerusform>
            <numerusform>%Ln дня</numerusform>
            <numerusform>%Ln дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln week(s)</source>
        <translation>
            <numerusform>%Ln неделю</numerusform>
            <numerusform>%Ln недели</numerusform>
            <numerusform>%Ln недель</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <translation>
            <numerusform>%Ln месяц</numerusform>
            <numerusform>%Ln месяца</numerusform>
            <numerusform>%Ln месяцев</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s)</source>
        <translation>
            <numerusform>%Ln год</numerusform>
            <numerusform>%Ln года</numerusform>
            <numerusform>%Ln лет</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>minute(s)</source>
        <translation>
            <numerusform>минуту</numerusform>
            <numerusform>минуты</numerusform>
            <numerusform>минут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hour(s)</source>
        <translation>
            <numerusform>час</numerusform>
            <numerusform>часа</numerusform>
            <numerusform>часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>день</numerusform>
            <numerusform>дня</numerusform>
            <numerusform>дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>week(s)</source>
        <translation>
            <numerusform>неделю</numerusform>
            <numerusform>недели</numerusform>
            <numerusform>недель</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>month(s)</source>
        <translation>
            <numerusform>месяц</numerusform>
            <numerusform>месяца</numerusform>
            <numerusform>месяцев</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>year(s)</source>
        <translation>
            <numerusform>год</numerusform>
            <numerusform>года</numerusform>
            <numerusform>лет</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <comment>a date is within it</comment>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>yesterday</source>
        <comment>a date is within it</comment>
        <translation>вчера</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <comment>a date is within it</comment>
        <translation>завтра</translation>
    </message>
    <message>
        <source>this week</source>
        <comment>a date is within it</comment>
        <translation>эту неделю</translation>
    </message>
    <message>
        <source>last week</source>
        <comment>a date is within it</comment>
        <translation>прошлую неделю</translation>
    </message>
    <message>
        <source>next week</source>
        <comment>a date is within it</comment>
        <translation>следующую неделю</translation>
    </message>
    <message>
        <source>this month</source>
        <comment>a date is within it</comment>
        <translation>этот месяц</translation>
    </message>
    <message>
        <source>last month</source>
        <comment>a date is within it</comment>
        <translation>прошлый месяц</translation>
    </message>
    <message>
        <source>next month</source>
        <comment>a date is within it</comment>
        <translation>следующий месяц</translation>
    </message>
    <message>
        <source>this year</source>
        <comment>a date is within it</comment>
        <translation>этот год</translation>
    </message>
    <message>
        <source>last year</source>
        <comment>a date is within it</comment>
        <translation>прошлый год</translation>
    </message>
    <message>
        <source>next year</source>
        <comment>a date is within it</comment>
        <translation>следующий год</translation>
    </message>
    <message>
        <source>is in the last {span}</source>
        <translation>— за последние {span}</translation>
    </message>
    <message>
        <source>is more than {span} ago</source>
        <translation>— раньше чем {span} назад</translation>
    </message>
    <message>
        <source>is in the next {span}</source>
        <translation>— в ближайшие {span}</translation>
    </message>
    <message>
        <source>is within {period}</source>
        <translation>приходится на {period}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation>{span} назад</translation>
    </message>
    <message>
        <source>in {span}</source>
        <translation>через {span}</translation>
    </message>
    <message>
        <source>{start}, {span} earlier</source>
        <translation>{start}, на {span} раньше</translation>
    </message>
    <message>
        <source>{start}, {span} later</source>
        <translation>{start}, на {span} позже</translation>
    </message>
    <message>
        <source>no date: is this computer&apos;s clock right?</source>
        <translation>даты нет: верно ли идут часы компьютера?</translation>
    </message>
    <message>
        <source>{field}: {rule} = {date}</source>
        <translation>{field}: {rule} = {date}</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more date(s)</source>
        <translation>
            <numerusform>… и ещё %Ln дата</numerusform>
            <numerusform>… и ещё %Ln даты</numerusform>
            <numerusform>… и ещё %Ln дат</numerusform>
        </translation>
    </message>
    <message>
        <source>the start of today</source>
        <translation>начало сегодняшнего дня</translation>
    </message>
    <message>
        <source>the start of yesterday</source>
        <translation>начало вчерашнего дня</translation>
    </message>
    <message>
        <source>the start of tomorrow</source>
        <translation>начало завтрашнего дня</translation>
    </message>
    <message>
        <source>the start of this week</source>
        <translation>начало этой недели</translation>
    </message>
    <message>
        <source>the start of last week</source>
        <translation>начало прошлой недели</translation>
    </message>
    <message>
        <source>the start of next week</source>
        <translation>начало следующей недели</translation>
    </message>
    <message>
        <source>the start of this month</source>
        <translation>начало этого месяца</translation>
    </message>
    <message>
        <source>the start of last month</source>
        <translation>начало прошлого месяца</translation>
    </message>
    <message>
        <source>the start of next month</source>
        <translation>начало следующего месяца</translation>
    </message>
    <message>
        <source>the start of this year</source>
        <translation>начало этого года</translation>
    </message>
    <message>
        <source>the start of last year</source>
        <translation>начало прошлого года</translation>
    </message>
    <message>
        <source>the start of next year</source>
        <translation>начало следующего года</translation>
    </message>
    <message>
        <source>as of {date} ({zone})</source>
        <translation>на момент {date} ({zone})</translation>
    </message>
    <message>
        <source>{field}: {rule}</source>
        <translation>{field}: {rule}</translation>
    </message>
    <message>
        <source>{rule} = {date}</source>
        <translation>{rule} = {date}</translation>
    </message>
    <message>
        <source>next month</source>
        <comment>its start</comment>
        <translation>следующего месяца</translation>
    </message>
    <message>
        <source>today</source>
        <comment>its start</comment>
        <translation>сегодняшнего дня</translation>
    </message>
    <message>
        <source>next week</source>
        <comment>its start</comment>
        <translation>следующей недели</translation>
    </message>
    <message>
        <source>last year</source>
        <comment>its start</comment>
        <translation>прошлого года</translation>
    </message>
    <message>
        <source>next year</source>
        <comment>its start</comment>
        <translation>следующего года</translation>
    </message>
    <message>
        <source>yesterday</source>
        <comment>its start</comment>
        <translation>вчерашнего дня</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <comment>its start</comment>
        <translation>завтрашнего дня</translation>
    </message>
    <message>
        <source>is since the start of {period}</source>
        <translation>— с начала {period}</translation>
    </message>
    <message>
        <source>last month</source>
        <comment>its start</comment>
        <translation>прошлого месяца</translation>
    </message>
    <message>
        <source>is before the start of {period}</source>
        <translation>— до начала {period}</translation>
    </message>
    <message>
        <source>this month</source>
        <comment>its start</comment>
        <translation>этого месяца</translation>
    </message>
    <message>
        <source>this year</source>
        <comment>its start</comment>
        <translation>этого года</translation>
    </message>
    <message>
        <source>this week</source>
        <comment>its start</comment>
        <translation>этой недели</translation>
    </message>
    <message>
        <source>last week</source>
        <comment>its start</comment>
        <translation>прошлой недели</translation>
    </message>
</context>
<context>
    <name>replaced</name>
    <message>
        <source>It replaces an earlier message of the same name, which could not be looked up.</source>
        <translation>Заменит более раннее сообщение с тем же именем; найти его в истории не удалось.</translation>
    </message>
    <message>
        <source>It replaces “{title}” of {when} on devices that still show it; elsewhere it arrives as a new one.</source>
        <translation>Заменит «{title}» от {when} там, где оно ещё показано; на других устройствах придёт как новое.</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(без текста)</translation>
    </message>
    <message>
        <source>A message much like this one, “{title}”, may already have gone out on {when}: its outcome is unknown. Check before you send this one.</source>
        <translation>Почти такое же сообщение, «{title}», могло уже уйти {when}: результат неизвестен. Проверьте, прежде чем отправлять это.</translation>
    </message>
</context>
<context>
    <name>sample</name>
    <message>
        <source>{when}, number {number} in its second</source>
        <translation>{when}, № {number} за эту секунду</translation>
    </message>
    <message>
        <source>A date outside the calendar: {number} ms from 1970</source>
        <translation>Дата вне календаря: {number} мс от 1970 года</translation>
    </message>
    <message>
        <source>{id} in {collection}</source>
        <translation>{id} в коллекции {collection}</translation>
    </message>
    <message>
        <source>Less than every value</source>
        <translation>Меньше любого значения</translation>
    </message>
    <message>
        <source>Greater than every value</source>
        <translation>Больше любого значения</translation>
    </message>
    <message>
        <source>Undefined</source>
        <translation>Не определено</translation>
    </message>
    <message>
        <source>Nested too deeply to be shown</source>
        <translation>Слишком глубокая вложенность, не показано</translation>
    </message>
    <message>
        <source>No bytes</source>
        <translation>0 байт</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln байт</numerusform>
            <numerusform>%Ln байта</numerusform>
            <numerusform>%Ln байт</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>startup</name>
    <message>
        <source>Scoro Desktop is running already and does not answer. It may still be starting, be busy, or be stuck.

Its window comes to the front as soon as it answers. A second copy is not started over the same data, so that nothing is lost. If it never answers, end it with the system&apos;s task manager and start again: drafts are kept.</source>
        <translation>Программа Scoro Desktop уже запущена, но не отвечает. Возможно, она ещё запускается, занята или зависла.

Как только она ответит, её окно окажется впереди. Вторая копия с теми же данными не запускается, чтобы ничего не пропало. Если ответа так и нет, завершите её в диспетчере задач системы и запустите снова: черновики сохранятся.</translation>
    </message>
    <message>
        <source>Process: {number}</source>
        <translation>Процесс: {number}</translation>
    </message>
    <message>
        <source>Waiting for it…</source>
        <translation>Ожидание ответа…</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>Не ждать</translation>
    </message>
    <message>
        <source>Scoro Desktop could not start: something went wrong in the app. Nothing was sent.</source>
        <translation>Scoro Desktop не запускается: в программе произошла ошибка. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The log, for whoever looks after the app: {file}</source>
        <translation>Журнал для тех, кто поддерживает программу: {file}</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>Папка: {folder}</translation>
    </message>
    <message>
        <source>Technical: {detail}</source>
        <translation>Подробности: {detail}</translation>
    </message>
    <message>
        <source>The data was written by a newer version of Scoro Desktop. Install that version, or a newer one. Nothing was changed.</source>
        <translation>Данные записала более новая версия Scoro Desktop. Установите её или ещё более новую. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Scoro Desktop cannot start: the system does not say where your files are kept (HOME is not set). Name a folder with --data-dir.</source>
        <translation>Scoro Desktop не запускается: система не сообщает, где хранятся ваши файлы (переменная HOME не задана). Укажите папку: --data-dir.</translation>
    </message>
    <message>
        <source>Other users of this computer may write to the data folder: they could take your history and drafts away, or put others in their place. Let nobody but yourself write to it: {folder}</source>
        <translation>В папку с данными могут записывать и другие пользователи этого компьютера: они могли бы удалить или подменить историю и черновики. Оставьте право записи только себе: {folder}</translation>
    </message>
    <message>
        <source>In the data folder, “{name}” is a link to another file, which would be overwritten. It was not followed. If you did not make it, find out who did. Remove the link, and start again.</source>
        <translation>В папке с данными «{name}»&#xa0;— ссылка на другой файл, и он был бы перезаписан. Программа не пошла по ссылке. Если ссылку создали не вы, выясните, кто. Удалите её и запустите программу снова.</translation>
    </message>
    <message>
        <source>In the data folder, “{name}” is also a file by another name (a hard link), which would be overwritten. It was not opened. If you did not make it, find out who did. Put a copy in its place, and start again.</source>
        <translation>В папке с данными у файла «{name}» есть второе имя (жёсткая ссылка), и другой файл был бы перезаписан. Программа его не открывала. Если ссылку создали не вы, выясните, кто. Замените файл его копией и запустите программу снова.</translation>
    </message>
    <message>
        <source>In the data folder, the file “{name}” belongs to another user, who could read and change it. It was not opened. Was the app once started by another user? Make the file your own or remove it, and start again.</source>
        <translation>В папке с данными файл «{name}» принадлежит другому пользователю: тот мог бы читать и менять его. Программа его не открывала. Может быть, её запускали под другим именем? Сделайте файл своим или удалите его и запустите программу снова.</translation>
    </message>
    <message>
        <source>The data folder belongs to another user, who could read and change everything in it. Choose a folder of your own, or make this one your own, and start again.</source>
        <translation>Папка с данными принадлежит другому пользователю: тот мог бы читать и менять всё, что в ней. Выберите свою папку или сделайте эту своей и запустите программу снова.</translation>
    </message>
    <message>
        <source>The file with drafts and history is damaged, so it was left alone.</source>
        <translation>Файл с черновиками и историей повреждён, поэтому программа его не трогала.</translation>
    </message>
    <message>
        <source>Scoro Desktop cannot start. {reason} When that is fixed, start it again. Nothing was changed.</source>
        <translation>Scoro Desktop не запускается. {reason} Устраните это и запустите программу снова. Ничего не изменилось.</translation>
    </message>
    <message>
        <source>In the data folder, something else is in the place of the file “{name}”. It was not opened. Remove it, and start again.</source>
        <translation>В папке с данными на месте файла «{name}» находится что-то другое. Программа его не открывала. Удалите его и запустите программу снова.</translation>
    </message>
    <message>
        <source>The data of the app were put back from a copy, or come from another computer. What was sent since they were copied is not in the history. Nothing that is planned goes out, and no campaign goes on, before you say so.</source>
        <translation>Данные программы восстановлены из копии или перенесены с другого компьютера. Отправленного после копирования в истории нет. Без вашего ответа ничего запланированного не уйдёт и ни одна кампания не продолжится.</translation>
    </message>
    <message>
        <source>Waiting for the file with drafts and history: the disk is slow, another program holds the file, or it is large and being brought up to date.

The window opens as soon as it can be read. Nothing is lost meanwhile.</source>
        <translation>Ожидание файла с черновиками и историей: диск отвечает медленно, файл занят другой программой или он большой и сейчас обновляется.

Окно откроется, как только файл удастся прочитать. Ничего не потеряется.</translation>
    </message>
</context>
<context>
    <name>sums</name>
    <message numerus="yes">
        <source>%Ln send(s)</source>
        <translation>
            <numerusform>%Ln отправка</numerusform>
            <numerusform>%Ln отправки</numerusform>
            <numerusform>%Ln отправок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln получатель</numerusform>
            <numerusform>%Ln получателя</numerusform>
            <numerusform>%Ln получателей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SMS part(s)</source>
        <translation>
            <numerusform>%Ln часть SMS</numerusform>
            <numerusform>%Ln части SMS</numerusform>
            <numerusform>%Ln частей SMS</numerusform>
        </translation>
    </message>
    <message>
        <source>{outcome} {number}</source>
        <translation>{outcome} {number}</translation>
    </message>
    <message>
        <source>The cost is the one that each confirmation showed, by the prices of the account then.</source>
        <translation>Стоимость та, что была в подтверждении каждой отправки, по ценам аккаунта на тот момент.</translation>
    </message>
    <message>
        <source>What may have gone out could cost {sum} more.</source>
        <translation>То, что могло уйти, могло стоить ещё {sum}.</translation>
    </message>
    <message numerus="yes">
        <source>No price or no count was known for %Ln send(s): they are not in the cost.</source>
        <translation>
            <numerusform>Для %Ln отправки не были известны цена или число получателей: в стоимости её нет.</numerusform>
            <numerusform>Для %Ln отправок не были известны цена или число получателей: в стоимости их нет.</numerusform>
            <numerusform>Для %Ln отправок не были известны цена или число получателей: в стоимости их нет.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln неудача</numerusform>
            <numerusform>%Ln неудачи</numerusform>
            <numerusform>%Ln неудач</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln campaign(s) among them</source>
        <translation>
            <numerusform>в том числе %Ln кампания</numerusform>
            <numerusform>в том числе %Ln кампании</numerusform>
            <numerusform>в том числе %Ln кампаний</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>templates</name>
    <message>
        <source>audience</source>
        <translation>аудитория</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>title</source>
        <translation>заголовок</translation>
    </message>
    <message>
        <source>body</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>subtitle</source>
        <translation>подзаголовок</translation>
    </message>
    <message>
        <source>data “{key}”</source>
        <translation>данные «{key}»</translation>
    </message>
    <message>
        <source>The file could not be read: {reason}.</source>
        <translation>Не удалось прочитать файл: {reason}.</translation>
    </message>
    <message>
        <source>The file is too big: at most {limit} bytes are read.</source>
        <translation>Файл слишком большой: можно прочитать не больше {limit}&#xa0;Б.</translation>
    </message>
    <message>
        <source>The file is not JSON.</source>
        <translation>В файле не JSON.</translation>
    </message>
    <message>
        <source>The file was written by a newer version of the app (format {version}, known here: {known}).</source>
        <translation>Файл записан более новой версией программы: его формат {version}, а здесь известен {known}.</translation>
    </message>
    <message>
        <source>Something that must be there is missing.</source>
        <translation>Нет обязательного поля.</translation>
    </message>
    <message>
        <source>The value is of another type than it should be: {expected}.</source>
        <translation>Нужно значение другого типа: {expected}.</translation>
    </message>
    <message>
        <source>The text is too long: at most {limit} characters.</source>
        <translation>Текст слишком длинный: можно не больше {limit} символов.</translation>
    </message>
    <message>
        <source>There are too many: at most {limit}.</source>
        <translation>Их слишком много: можно не больше {limit}.</translation>
    </message>
    <message>
        <source>The channel must be one of: {allowed}.</source>
        <translation>Канал должен быть одним из: {allowed}.</translation>
    </message>
    <message>
        <source>The collection must be one of: {allowed}.</source>
        <translation>Коллекция должна быть одной из: {allowed}.</translation>
    </message>
    <message>
        <source>The query cannot be used.</source>
        <translation>Фильтр не подходит.</translation>
    </message>
    <message>
        <source>Tags must be different, and without commas and spaces at their ends.</source>
        <translation>Метки должны различаться и быть без запятых и пробелов по краям.</translation>
    </message>
    <message>
        <source>Brackets are nested more than {limit} deep.</source>
        <translation>Скобки вложены глубже {limit} уровней.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}:</source>
        <translation>Строка {line}, символ {column}:</translation>
    </message>
    <message>
        <source>Place: {place}.</source>
        <translation>Место: {place}.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Ничего не добавлено.</translation>
    </message>
    <message>
        <source>Kept, but this version of the app has no form for them: {names}.</source>
        <translation>Сохранены, но в этой версии программы для них нет формы: {names}.</translation>
    </message>
    <message>
        <source>The format has no such part.</source>
        <translation>В формате нет такой части.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Не хватает названия.</translation>
    </message>
    <message>
        <source>Two are called “{name}”.</source>
        <translation>Название «{name}» встречается дважды.</translation>
    </message>
    <message>
        <source>This must be one line of text.</source>
        <translation>Здесь должна быть одна строка текста.</translation>
    </message>
    <message>
        <source>This is not the name of a variable, or it is there twice.</source>
        <translation>Это не имя переменной, или оно встречается дважды.</translation>
    </message>
    <message>
        <source>This is not a library file: it is not UTF-8 text.</source>
        <translation>Это не файл библиотеки: его не удаётся прочитать как текст.</translation>
    </message>
    <message>
        <source>This is not a library file.</source>
        <translation>Это не файл библиотеки.</translation>
    </message>
    <message>
        <source>Android {place}</source>
        <translation>{place} (Android)</translation>
    </message>
    <message>
        <source>iPhone {place}</source>
        <translation>{place} (iPhone)</translation>
    </message>
</context>
<context>
    <name>value</name>
    <message>
        <source>Write a value in JSON.</source>
        <translation>Напишите значение в JSON.</translation>
    </message>
    <message>
        <source>This has to be an object, in curly brackets: {{…}}.</source>
        <translation>Здесь нужен объект, в фигурных скобках: {{…}}.</translation>
    </message>
    <message>
        <source>The value has ended before this. Delete what follows.</source>
        <translation>Значение закончилось раньше. Удалите то, что дальше.</translation>
    </message>
    <message>
        <source>A key cannot be empty.</source>
        <translation>Ключ не может быть пустым.</translation>
    </message>
    <message>
        <source>“{key}” cannot be written here: it has a place of its own in the app.</source>
        <translation>«{key}» здесь писать нельзя: для этого в программе есть своё место.</translation>
    </message>
    <message>
        <source>Only the value belongs here. Remove what is around it.</source>
        <translation>Здесь нужно только значение. Уберите то, что вокруг него.</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>SANDBOX</source>
        <translation>ПЕСОЧНИЦА</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>ТЕСТОВАЯ СРЕДА</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>РАБОЧАЯ СРЕДА</translation>
    </message>
    <message>
        <source>No account is chosen</source>
        <translation>Аккаунт не выбран</translation>
    </message>
    <message>
        <source>{word} — a stand-in on this computer. Nothing leaves it.</source>
        <translation>{word}&#xa0;— за пределы компьютера ничего не уходит.</translation>
    </message>
    <message>
        <source>{word} — {name}</source>
        <translation>{word}&#xa0;— {name}</translation>
    </message>
    <message>
        <source>{word} — {name}. Messages reach real people.</source>
        <translation>{word}&#xa0;— {name}. Сообщения получат реальные клиенты.</translation>
    </message>
    <message>
        <source>{name} — {word}</source>
        <translation>{name}&#xa0;— {word}</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Песочница</translation>
    </message>
    <message>
        <source>roles — everyone who has the role</source>
        <translation>роли&#xa0;— все, у кого есть роль</translation>
    </message>
    <message>
        <source>Everyone who has any role. You will be asked to type the number of roles.</source>
        <translation>Все, у кого есть хоть одна роль. Перед отправкой введите число ролей.</translation>
    </message>
    <message>
        <source>EVERYONE: every device</source>
        <translation>ВСЕ: каждое устройство</translation>
    </message>
    <message>
        <source>EVERYONE: every user</source>
        <translation>ВСЕ: каждый пользователь</translation>
    </message>
    <message>
        <source>EVERYONE: every role</source>
        <translation>ВСЕ: каждая роль</translation>
    </message>
    <message>
        <source>Devices that match this query:</source>
        <translation>Устройства, которые подходят под фильтр:</translation>
    </message>
    <message>
        <source>Users who match this query:</source>
        <translation>Пользователи, которые подходят под фильтр:</translation>
    </message>
    <message>
        <source>Holders of the roles that match this query:</source>
        <translation>Все, у кого есть роли, которые подходят под фильтр:</translation>
    </message>
    <message numerus="yes">
        <source>device(s) will get it</source>
        <translation>
            <numerusform>устройство получит сообщение</numerusform>
            <numerusform>устройства получат сообщение</numerusform>
            <numerusform>устройств получат сообщение</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>user(s) will get it</source>
        <translation>
            <numerusform>пользователь получит сообщение</numerusform>
            <numerusform>пользователя получат сообщение</numerusform>
            <numerusform>пользователей получат сообщение</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>role(s): everyone who holds them will get it</source>
        <translation>
            <numerusform>роль: получат все, у кого она есть</numerusform>
            <numerusform>роли: получат все, у кого они есть</numerusform>
            <numerusform>ролей: получат все, у кого они есть</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}: EVERYONE</source>
        <translation>{what}&#xa0;— это ВСЕ</translation>
    </message>
    <message numerus="yes">
        <source>device(s) match</source>
        <translation>
            <numerusform>устройство подходит</numerusform>
            <numerusform>устройства подходят</numerusform>
            <numerusform>устройств подходят</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>user(s) match</source>
        <translation>
            <numerusform>пользователь подходит</numerusform>
            <numerusform>пользователя подходят</numerusform>
            <numerusform>пользователей подходят</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>role(s) match</source>
        <translation>
            <numerusform>роль подходит</numerusform>
            <numerusform>роли подходят</numerusform>
            <numerusform>ролей подходят</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln device(s)</source>
        <translation>
            <numerusform>Отправить на %Ln устройство</numerusform>
            <numerusform>Отправить на %Ln устройства</numerusform>
            <numerusform>Отправить на %Ln устройств</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln user(s)</source>
        <translation>
            <numerusform>Отправить %Ln пользователю</numerusform>
            <numerusform>Отправить %Ln пользователям</numerusform>
            <numerusform>Отправить %Ln пользователям</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln role(s)</source>
        <translation>
            <numerusform>Отправить по %Ln роли</numerusform>
            <numerusform>Отправить по %Ln ролям</numerusform>
            <numerusform>Отправить по %Ln ролям</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln устройство</numerusform>
            <numerusform>%Ln устройства</numerusform>
            <numerusform>%Ln устройств</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln пользователь</numerusform>
            <numerusform>%Ln пользователя</numerusform>
            <numerusform>%Ln пользователей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation>
            <numerusform>%Ln роль</numerusform>
            <numerusform>%Ln роли</numerusform>
            <numerusform>%Ln ролей</numerusform>
        </translation>
    </message>
    <message>
        <source>You already sent this message to this audience on {when}: {how_many}.</source>
        <translation>Вы уже отправили это сообщение этой аудитории {when}&#xa0;— {how_many}.</translation>
    </message>
    <message>
        <source>This message may already have gone to this audience on {when}.</source>
        <translation>Возможно, это же сообщение уже ушло этой аудитории {when}.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>только что</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln&#xa0;минуту назад</numerusform>
            <numerusform>%Ln&#xa0;минуты назад</numerusform>
            <numerusform>%Ln&#xa0;минут назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>%Ln час назад</numerusform>
            <numerusform>%Ln часа назад</numerusform>
            <numerusform>%Ln часов назад</numerusform>
        </translation>
    </message>
    <message>
        <source>The server was asked too often: count again in a minute.</source>
        <translation>К серверу обращались слишком часто: подсчитайте снова через минуту.</translation>
    </message>
    <message>
        <source>The server would not count: {said}. Counting needs a session that may read, or the masterKey.</source>
        <translation>Сервер не стал считать: {said}. Чтобы считать, нужна сессия с правом чтения или masterKey.</translation>
    </message>
    <message>
        <source>The server failed while counting: {said}.</source>
        <translation>Сбой на сервере при подсчёте: {said}.</translation>
    </message>
    <message>
        <source>Counting needs a session that may read, or the masterKey.</source>
        <translation>Чтобы считать, нужна сессия с правом чтения или masterKey.</translation>
    </message>
    <message>
        <source>The server&apos;s name was not found. Is this computer online?</source>
        <translation>Сервер с таким именем не нашёлся. Компьютер подключён к интернету?</translation>
    </message>
    <message>
        <source>The server does not answer at this address.</source>
        <translation>Сервер по этому адресу не отвечает.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Сервер не ответил вовремя.</translation>
    </message>
    <message>
        <source>This computer&apos;s setting for certificates cannot be read: nothing was asked.</source>
        <translation>Не удаётся прочитать настройку сертификатов на этом компьютере: запроса не было.</translation>
    </message>
    <message>
        <source>The proxy would not connect to the server.</source>
        <translation>Прокси не соединил с сервером.</translation>
    </message>
    <message>
        <source>The proxy of your network wants a name and a password.</source>
        <translation>Прокси вашей сети требует имя и пароль.</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy setting cannot be read: nothing was asked.</source>
        <translation>Не удаётся прочитать настройку прокси на этом компьютере: запроса не было.</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy is of a kind that the app cannot use.</source>
        <translation>Прокси этого компьютера такого вида, с которым программа не работает.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be used.</source>
        <translation>Ответ сервера не удалось разобрать.</translation>
    </message>
    <message>
        <source>EVERYONE, recipients unknown · {where}</source>
        <translation>ВСЕ, число получателей неизвестно · {where}</translation>
    </message>
    <message>
        <source>Recipients unknown · {where}</source>
        <translation>Число получателей неизвестно · {where}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Android</source>
        <translation>Android</translation>
    </message>
    <message>
        <source>data only, nothing shown</source>
        <translation>только данные, на экране ничего</translation>
    </message>
    <message>
        <source>iPhone</source>
        <translation>iPhone</translation>
    </message>
    <message>
        <source>EVERYONE: {how_many}</source>
        <translation>ВСЕ: {how_many}</translation>
    </message>
    <message>
        <source>Nobody matches: there is nobody to send to · {where}</source>
        <translation>Никто не подходит: отправлять некому · {where}</translation>
    </message>
    <message>
        <source>Ready: {how_many} · {where}</source>
        <translation>К отправке: {how_many} · {where}</translation>
    </message>
    <message>
        <source>Android devices</source>
        <translation>Устройства Android</translation>
    </message>
    <message>
        <source>iPhones</source>
        <translation>iPhone</translation>
    </message>
    <message>
        <source>Devices of known users</source>
        <translation>Устройства известных пользователей</translation>
    </message>
    <message>
        <source>Users with a phone number</source>
        <translation>Пользователи с номером телефона</translation>
    </message>
    <message>
        <source>Users with a confirmed e-mail</source>
        <translation>Пользователи с подтверждённой почтой</translation>
    </message>
    <message>
        <source>Users by name</source>
        <translation>Пользователи по имени</translation>
    </message>
    <message>
        <source>One role by its name</source>
        <translation>Одна роль по названию</translation>
    </message>
    <message>
        <source>{word} — {name}: {host} is not this computer, so nothing is sent to it.</source>
        <translation>{word}&#xa0;— {name}: {host}&#xa0;— не этот компьютер, туда ничего не отправляется.</translation>
    </message>
    <message>
        <source>The account calls itself a sandbox and is on another computer: nothing was asked.</source>
        <translation>Аккаунт назван песочницей, но его сервер&#xa0;— не этот компьютер: ничего не запрошено.</translation>
    </message>
    <message>
        <source>EVERYONE in {collection}</source>
        <translation>ВСЕ в {collection}</translation>
    </message>
    <message>
        <source>Those in {collection} that match this query:</source>
        <translation>Те в {collection}, кто подходит под этот фильтр:</translation>
    </message>
    <message numerus="yes">
        <source>recipient(s) will get it</source>
        <translation>
            <numerusform>получатель получит сообщение</numerusform>
            <numerusform>получателя получат сообщение</numerusform>
            <numerusform>получателей получат сообщение</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>recipient(s) match</source>
        <translation>
            <numerusform>получатель подходит</numerusform>
            <numerusform>получателя подходят</numerusform>
            <numerusform>получателей подходят</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln recipient(s)</source>
        <translation>
            <numerusform>Отправить %Ln получателю</numerusform>
            <numerusform>Отправить %Ln получателям</numerusform>
            <numerusform>Отправить %Ln получателям</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln получатель</numerusform>
            <numerusform>%Ln получателя</numerusform>
            <numerusform>%Ln получателей</numerusform>
        </translation>
    </message>
    <message>
        <source>Devices that are new in the last 30 days</source>
        <translation>Устройства, новые за последние 30 дней</translation>
    </message>
    <message>
        <source>Users who are new in the last 30 days</source>
        <translation>Пользователи, новые за последние 30 дней</translation>
    </message>
    <message>
        <source>devices — by what is known about the device</source>
        <translation>устройства&#xa0;— по их данным</translation>
    </message>
    <message>
        <source>users — by what is known about the person</source>
        <translation>пользователи&#xa0;— по их данным</translation>
    </message>
    <message>
        <source>Devices are counted: one person may have several.</source>
        <translation>Счёт идёт по устройствам: у одного человека их может быть несколько.</translation>
    </message>
    <message>
        <source>Roles are counted, not people: many people may have one role.</source>
        <translation>Счёт идёт по ролям, а не по людям: одна роль может быть у многих.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid, so nothing was asked.</source>
        <translation>Сертификат сервера не прошёл проверку, поэтому запроса не было.</translation>
    </message>
    <message>
        <source>NOT A SANDBOX</source>
        <translation>НЕ ПЕСОЧНИЦА</translation>
    </message>
    <message>
        <source>It could not be checked whether you sent this message in the last 24 hours. Look in the history.</source>
        <translation>Не удалось проверить, отправляли ли вы это сообщение за последние 24 часа. Посмотрите в истории.</translation>
    </message>
    <message>
        <source>EVERYONE, counting… · {where}</source>
        <translation>ВСЕ, идёт подсчёт… · {where}</translation>
    </message>
    <message>
        <source>Counting… · {where}</source>
        <translation>Идёт подсчёт… · {where}</translation>
    </message>
    <message>
        <source>Every device of the application. You will be asked to type their number.</source>
        <translation>Все устройства приложения. Перед отправкой введите их число.</translation>
    </message>
    <message>
        <source>Every user of the application. You will be asked to type their number.</source>
        <translation>Все пользователи приложения. Перед отправкой введите их число.</translation>
    </message>
    <message>
        <source>Everyone there is. You will be asked to type their number.</source>
        <translation>Все, кто есть. Перед отправкой введите их число.</translation>
    </message>
    <message>
        <source>Users are counted: one may have several devices, or none.</source>
        <translation>Счёт идёт по пользователям: устройств у одного может быть несколько или ни одного.</translation>
    </message>
    <message>
        <source>The server is too busy or under maintenance: count again in a while.</source>
        <translation>Сервер перегружен или на обслуживании: посчитайте снова чуть позже.</translation>
    </message>
    <message>
        <source>Your network wants you to log in to it first, as in a hotel.</source>
        <translation>Сначала нужно войти в вашу сеть, как в гостинице.</translation>
    </message>
</context>
</TS>
