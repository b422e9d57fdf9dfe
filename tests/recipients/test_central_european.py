"""The choice between two encodings with the same bytes for names: that of Central Europe and that of the West."""

import io
import random
from itertools import chain

import pytest

from scoro_desktop.recipients.central_european import are_central_european
from scoro_desktop.recipients.encodings import find_encoding

CENTRAL = {
    "czech": "Jiří Dvořák|Zdeněk Kučera|Věra Říhová|Ondřej Němec|Kateřina Růžičková|Přemysl Čermák|Naděžda Kořínková|"
    "Soňa Kolářová|Třebíč|Děčín|Luděk Ševčík|Lukáš Vlček|Tomáš Jelínek|Matěj Beneš",
    "slovak": "Ľubomír Kováčik|Ľudmila Horváthová|Ján Stančík|Ďurica|Mikuláš Kučera|Krajčír|Alžbeta Hudáčková|Beňo|"
    "Želmíra Ťapáková|Trenčín|Topoľčany|Michaľ|Mária Ďurišová|Peter Mičko|Martin Krupička",
    "hungarian": "Győző Kőszegi|Szőke Jenő|Szűcs Dezső|Erdős Ernő|Hegedűs Gergő|Keserű Ágnes|László Béla|Mezőkövesd|"
    "Győr|Hódmezővásárhely|Szőllősi Tünde|Erzsébet Nagy|Kovács István",
    "croatian": "Kovačević|Petrović|Đurđica Ćosić|Marko Božić|Ivana Perić|Čačić|Đorđe Babić|Hadžić|Čakovec|Požega",
    "slovene": "Zupančič|Potočnik|Klemenčič|Hočevar|Kavčič|Božič|Korošec|Matjaž Kovačič|Jerič|Špela Pečar|Kočevje",
    "romanian": "Mădălina Brătianu|Cătălin Săndulescu|Răzvan Bălan|Ştefan Mureşan|Creţu|Gheorghiţă|Bănică|Călăraşi|"
    "Ionuţ Păun|Târgu Mureş|Timişoara",
    "polish": "Małgorzata Dąbrowska|Łukasz Wójcik|Paweł Wiśniewski|Elżbieta Kamińska|Gdańsk|Stępień|Jabłoński|Łódź",
}
WESTERN = {
    "french": "Hélène Lefèvre|Geneviève Rivière|Thérèse|Agnès Prévôt|Anaïs Chêne|Loïc Forêt|Michèle Brûlé|Genève|Sète|"
    "Ève Béchamp|Irène Côté|Adèle Château|Mélanie Benoît|Noëlle Crête|Éloïse|Solène",
    "italian": "Nicolò Calì|Giosuè Foà|Salomè|Cefalù|Forlì|Mondovì|Nardò|Cantù|Niccolò Laganà|Mosè Crupì|Noè Macrì",
    "catalan": "Núria Solà|Mònica|Antònia|Cèlia|Verònica Jordà|Sònia Vallès|València|Sarrià|Àngels|Laïa|Mercè",
    "spanish": "Begoña Muñoz|Íñigo Peña|Castañeda|Patiño|Zúñiga|Mª José Núñez|Ibáñez|Logroño|Coruña|Ordóñez|Avendaño",
    "portuguese": "João Simões|Sebastião Magalhães|Conceição|Inês Guimarães|Falcão|Camões|Leões|Irmã|Assunção|Romão",
    "danish": "Søren Jørgensen|Bjørn Nørgaard|Lærke Kjær|Åse Møller|Høeg|Østergaard|Sæby|Køge|Frøkjær|Næstved|Kåre",
    "norwegian": "Øyvind Røed|Bøe|Sjøen|Frøydis Løvås|Håkon Ødegård|Tromsø|Bodø|Høie|Åsmund Sæther|Nærøy|Mørk|Øien",
    "swedish": "Åsa Håkansson|Göran Sjöberg|Märta Ångström|Växjö|Umeå|Skellefteå|Östen|Örjan Åkesson|Luleå|Borås",
    "estonian": "Tõnu Kõiv|Õie Põld|Lõhmus|Rõõmus|Jõgi|Võsu|Rannamõisa|Davõdov|Malõševa|Krõlov|Barõšnikova|Kozõrev|"
    "Sõjamõisa|Kivimõisa|Jõesaar|Tõstamaa|Märt Šmidt|Põder",
    "icelandic": "Guðrún Þorsteinsdóttir|Sigurður|Davíð|Eyþór|Ásþór|Sæunn|Snæfríður|Þórunn|Ragnheiður|Hafnarfjörður",
    "faroese": "Høgni Jákupsson|Sørvágur|Tvøroyri|Bøur|Heðin|Jógvan|Fuglafjørður|Hvalbø|Ørvík|Bjørg",
    "dutch": "Daniëlle Coëlho|Loïs|Anaïs|Zoë|België|Hélène|Frederiëke|Noëlle",
    "gaelic": "Mòrag|Sìne|Eòghann|Pàdraig|Dòmhnall|Màiri|Mìcheal|Steòrnabhagh|Còmhnall|Ruairidh Ròs|Catrìona|Tòmas",
    "german": "Jürgen Groß|Günther Müller|Käthe Weiß|Bärbel Schröder|Düsseldorf|Zürich|Jörg|Götz|Köln",
}
ROWS = 300


def listed(names: str, encoding: str, rows: int = ROWS, chance: int = 0) -> bytes:
    drawn = random.Random(chance).choices(names.split("|"), k=rows)
    return "".join(f"{name};7912345{number:04}\n" for number, name in enumerate(drawn)).encode(encoding)


def guessed(data: bytes) -> str:
    return find_encoding(io.BytesIO(data), lambda: True).encoding


@pytest.mark.parametrize("names", CENTRAL.values(), ids=CENTRAL)
def test_names_of_central_europe_are_known(names: str) -> None:
    assert guessed(listed(names, "cp1250")) == "cp1250"
    assert guessed(listed(names.upper(), "cp1250")) == "cp1250"


@pytest.mark.parametrize("names", WESTERN.values(), ids=WESTERN)
def test_western_names_stay_western(names: str) -> None:
    for rows, chance in chain([(ROWS, 0)], ((4, chance) for chance in range(20)), ((12, each) for each in range(20))):
        assert guessed(listed(names, "cp1252", rows, chance)) == "cp1252", (rows, chance)
    assert guessed(listed(names.upper(), "cp1252")) == "cp1252"


def test_customers_from_all_over_one_half_of_europe_are_no_surprise() -> None:
    assert guessed(listed("|".join(WESTERN.values()), "cp1252")) == "cp1252"
    assert guessed(listed("|".join(CENTRAL.values()), "cp1250")) == "cp1250"


def test_a_few_names_say_nothing() -> None:
    few = ["Kučera", "Dvořák", "Věra"]
    assert not are_central_european(each.encode("cp1250") for each in few)
    assert are_central_european(each.encode("cp1250") for each in [*few, "Soňa"])
    assert not are_central_european(each.encode("cp1250") for each in few * 20)  # one name, however often
