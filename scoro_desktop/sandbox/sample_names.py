"""The words that sample people are made of. First names with their Latin form; surnames with the stem of theirs."""

from typing import Final

RUSSIAN_MEN: Final = (
    ("Александр", "alexander"), ("Алексей", "alexey"), ("Андрей", "andrey"), ("Артём", "artem"), ("Борис", "boris"),
    ("Виктор", "viktor"), ("Дмитрий", "dmitry"), ("Егор", "egor"), ("Иван", "ivan"), ("Игорь", "igor"),
    ("Илья", "ilya"), ("Кирилл", "kirill"), ("Максим", "maxim"), ("Михаил", "mikhail"), ("Никита", "nikita"),
    ("Николай", "nikolay"), ("Олег", "oleg"), ("Павел", "pavel"), ("Роман", "roman"), ("Сергей", "sergey"),
    ("Тимур", "timur"), ("Фёдор", "fedor"),
)  # fmt: skip
RUSSIAN_WOMEN: Final = (
    ("Алина", "alina"), ("Анастасия", "anastasia"), ("Анна", "anna"), ("Вера", "vera"), ("Виктория", "victoria"),
    ("Дарья", "daria"), ("Евгения", "evgenia"), ("Екатерина", "ekaterina"), ("Елена", "elena"), ("Жанна", "zhanna"),
    ("Ирина", "irina"), ("Ксения", "ksenia"), ("Любовь", "lyubov"), ("Мария", "maria"), ("Надежда", "nadezhda"),
    ("Наталья", "natalia"), ("Ольга", "olga"), ("Полина", "polina"), ("Светлана", "svetlana"), ("София", "sofia"),
    ("Татьяна", "tatiana"), ("Юлия", "yulia"),
)  # fmt: skip
RUSSIAN_SURNAMES: Final = (
    ("Алексеев", "alekseev"), ("Антонов", "antonov"), ("Баранов", "baranov"), ("Белов", "belov"),
    ("Борисов", "borisov"), ("Васильев", "vasilyev"), ("Виноградов", "vinogradov"), ("Волков", "volkov"),
    ("Воробьёв", "vorobyov"), ("Голубев", "golubev"), ("Дмитриев", "dmitriev"), ("Егоров", "egorov"),
    ("Жуков", "zhukov"), ("Зайцев", "zaytsev"), ("Захаров", "zakharov"), ("Иванов", "ivanov"), ("Ильин", "ilyin"),
    ("Киселёв", "kiselyov"), ("Ковалёв", "kovalyov"), ("Козлов", "kozlov"), ("Комаров", "komarov"),
    ("Королёв", "korolyov"), ("Крылов", "krylov"), ("Кузнецов", "kuznetsov"), ("Лебедев", "lebedev"),
    ("Макаров", "makarov"), ("Медведев", "medvedev"), ("Михайлов", "mikhaylov"), ("Морозов", "morozov"),
    ("Никитин", "nikitin"), ("Новиков", "novikov"), ("Орлов", "orlov"), ("Павлов", "pavlov"), ("Петров", "petrov"),
    ("Поляков", "polyakov"), ("Попов", "popov"), ("Романов", "romanov"), ("Семёнов", "semyonov"),
    ("Сергеев", "sergeev"), ("Смирнов", "smirnov"), ("Соколов", "sokolov"), ("Соловьёв", "solovyov"),
    ("Степанов", "stepanov"), ("Тарасов", "tarasov"), ("Фёдоров", "fyodorov"), ("Филиппов", "filippov"),
    ("Фролов", "frolov"), ("Щукин", "shchukin"), ("Яковлев", "yakovlev"),
)  # fmt: skip
ENGLISH_NAMES: Final = (
    "Alice", "Amelia", "Arthur", "Ben", "Charlotte", "Chloe", "Daniel", "David", "Edward", "Ella", "Emily", "Emma",
    "Ethan", "Freya", "George", "Grace", "Hannah", "Harry", "Henry", "Isla", "Jack", "James", "Jessica", "Leo", "Liam",
    "Lucy", "Mia", "Noah", "Oliver", "Olivia", "Oscar", "Rose", "Ruby", "Samuel", "Sophie", "Thomas", "William", "Zoe",
)  # fmt: skip
ENGLISH_SURNAMES: Final = (
    "Adams", "Bailey", "Baker", "Brown", "Carter", "Clark", "Cooper", "Davies", "Edwards", "Evans", "Fisher", "Foster",
    "Green", "Hall", "Harris", "Hill", "Hughes", "Jackson", "Johnson", "Jones", "King", "Lewis", "Martin", "Miller",
    "Moore", "Morgan", "Murphy", "O'Brien", "Parker", "Phillips", "Price", "Reed", "Roberts", "Scott", "Shaw", "Smith",
    "Stewart", "Taylor", "Turner", "Walker", "Ward", "Watson", "White", "Wilson", "Wood", "Young",
)  # fmt: skip
RUSSIAN_CITIES: Final = (
    "Москва", "Москва", "Москва", "Санкт-Петербург", "Санкт-Петербург", "Новосибирск", "Екатеринбург", "Казань",
    "Нижний Новгород", "Челябинск", "Самара", "Омск", "Ростов-на-Дону", "Уфа", "Красноярск", "Пермь", "Воронеж",
    "Волгоград", "Краснодар", "Тюмень", "Томск", "Иркутск", "Владивосток", "Калининград",
)  # fmt: skip
BRITISH_CITIES: Final = ("London", "London", "Manchester", "Birmingham", "Leeds", "Glasgow", "Bristol", "Cardiff")
AMERICAN_CITIES: Final = ("New York", "New York", "Chicago", "Boston", "Seattle", "Austin", "Denver", "San Francisco")
TAGS: Final = (
    "new",
    "newsletter",
    "discount",
    "delivery",
    "loyalty",
    "gift-card",
    "beta",
    "wholesale",
    "кофе",
    "книги",
)
