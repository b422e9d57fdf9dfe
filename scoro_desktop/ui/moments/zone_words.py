"""Names of zones: their offsets, and the names by which people who speak Russian look for them."""

from typing import Final

RUSSIAN: Final = {
    "Europe/Kaliningrad": "Калининград",
    "Europe/Moscow": "Москва Санкт-Петербург Питер Казань Нижний Новгород Ростов Краснодар Сочи Воронеж МСК",
    "Europe/Samara": "Самара Ижевск Тольятти",
    "Europe/Saratov": "Саратов",
    "Europe/Volgograd": "Волгоград",
    "Europe/Astrakhan": "Астрахань",
    "Europe/Ulyanovsk": "Ульяновск",
    "Europe/Kirov": "Киров",
    "Europe/Simferopol": "Симферополь Крым",
    "Asia/Yekaterinburg": "Екатеринбург Челябинск Пермь Уфа Тюмень Сургут",
    "Asia/Omsk": "Омск",
    "Asia/Novosibirsk": "Новосибирск",
    "Asia/Barnaul": "Барнаул Алтай",
    "Asia/Tomsk": "Томск",
    "Asia/Novokuznetsk": "Новокузнецк Кемерово",
    "Asia/Krasnoyarsk": "Красноярск Норильск",
    "Asia/Irkutsk": "Иркутск Улан-Удэ Бурятия",
    "Asia/Chita": "Чита",
    "Asia/Yakutsk": "Якутск Благовещенск",
    "Asia/Vladivostok": "Владивосток Хабаровск",
    "Asia/Sakhalin": "Сахалин Южно-Сахалинск",
    "Asia/Magadan": "Магадан",
    "Asia/Kamchatka": "Камчатка Петропавловск",
    "Asia/Anadyr": "Анадырь Чукотка",
    "Europe/Minsk": "Минск Беларусь Белоруссия",
    "Europe/Kyiv": "Киев Украина",
    "Europe/Kiev": "Киев Украина",
    "Europe/Chisinau": "Кишинёв Кишинев Молдавия",
    "Asia/Almaty": "Алматы Алма-Ата Астана Казахстан",
    "Asia/Tashkent": "Ташкент Узбекистан",
    "Asia/Samarkand": "Самарканд",
    "Asia/Bishkek": "Бишкек Киргизия",
    "Asia/Dushanbe": "Душанбе Таджикистан",
    "Asia/Ashgabat": "Ашхабад Туркмения",
    "Asia/Yerevan": "Ереван Армения",
    "Asia/Baku": "Баку Азербайджан",
    "Asia/Tbilisi": "Тбилиси Грузия",
    "Europe/London": "Лондон Англия Великобритания",
    "Europe/Paris": "Париж Франция",
    "Europe/Berlin": "Берлин Германия",
    "Europe/Madrid": "Мадрид Испания",
    "Europe/Rome": "Рим Италия",
    "Europe/Warsaw": "Варшава Польша",
    "Europe/Prague": "Прага Чехия",
    "Europe/Vienna": "Вена Австрия",
    "Europe/Belgrade": "Белград Сербия",
    "Europe/Riga": "Рига Латвия",
    "Europe/Vilnius": "Вильнюс Литва",
    "Europe/Tallinn": "Таллин Эстония",
    "Europe/Helsinki": "Хельсинки Финляндия",
    "Europe/Istanbul": "Стамбул Турция",
    "Europe/Lisbon": "Лиссабон Португалия",
    "Europe/Athens": "Афины Греция",
    "Asia/Jerusalem": "Иерусалим Тель-Авив Израиль",
    "Asia/Dubai": "Дубай ОАЭ",
    "Asia/Tokyo": "Токио Япония",
    "Asia/Shanghai": "Шанхай Пекин Китай",
    "Asia/Hong_Kong": "Гонконг",
    "Asia/Singapore": "Сингапур",
    "Asia/Bangkok": "Бангкок Таиланд",
    "Asia/Kolkata": "Калькутта Дели Мумбаи Индия",
    "Asia/Seoul": "Сеул Корея",
    "America/New_York": "Нью-Йорк США Вашингтон",
    "America/Chicago": "Чикаго",
    "America/Denver": "Денвер",
    "America/Los_Angeles": "Лос-Анджелес Сан-Франциско Калифорния",
    "America/Sao_Paulo": "Сан-Паулу Бразилия",
    "Australia/Sydney": "Сидней Австралия",
}
"""Cities and countries beside the zone that their clocks follow."""

OFFSETS: Final = tuple(
    60 * minutes
    for minutes in sorted(
        {60 * hours for hours in range(-12, 15)} | {-570, -210, 210, 270, 330, 345, 390, 525, 570, 630}
    )
    if minutes
)
"""Offsets from UTC that clocks somewhere have, in seconds."""


def offset_words(seconds: int) -> str:
    """An offset from UTC, as UTC+05:30."""
    if not seconds:
        return "UTC"
    sign, minutes = "-" if seconds < 0 else "+", abs(seconds) // 60
    return f"UTC{sign}{minutes // 60:02}:{minutes % 60:02}"
