"""Names of countries: Qt has them in their own languages and in English, but not in Russian."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def country_name(iso: str, prefix: str) -> str:
    """Names a country (two letters of ISO 3166) in the language of the window, with the beginning of its numbers."""
    return f"{_names().get(iso, iso)} (+{prefix})"


def _names() -> dict[str, str]:
    return {
        "RU": translate("countries", "Russia"),
        "KZ": translate("countries", "Kazakhstan"),
        "BY": translate("countries", "Belarus"),
        "UA": translate("countries", "Ukraine"),
        "UZ": translate("countries", "Uzbekistan"),
        "KG": translate("countries", "Kyrgyzstan"),
        "TJ": translate("countries", "Tajikistan"),
        "TM": translate("countries", "Turkmenistan"),
        "AM": translate("countries", "Armenia"),
        "AZ": translate("countries", "Azerbaijan"),
        "GE": translate("countries", "Georgia"),
        "MD": translate("countries", "Moldova"),
        "EE": translate("countries", "Estonia"),
        "LV": translate("countries", "Latvia"),
        "LT": translate("countries", "Lithuania"),
        "AE": translate("countries", "United Arab Emirates"),
        "AR": translate("countries", "Argentina"),
        "AT": translate("countries", "Austria"),
        "AU": translate("countries", "Australia"),
        "BE": translate("countries", "Belgium"),
        "BG": translate("countries", "Bulgaria"),
        "BR": translate("countries", "Brazil"),
        "CA": translate("countries", "Canada"),
        "CH": translate("countries", "Switzerland"),
        "CN": translate("countries", "China"),
        "CY": translate("countries", "Cyprus"),
        "CZ": translate("countries", "Czechia"),
        "DE": translate("countries", "Germany"),
        "DK": translate("countries", "Denmark"),
        "ES": translate("countries", "Spain"),
        "FI": translate("countries", "Finland"),
        "FR": translate("countries", "France"),
        "GB": translate("countries", "United Kingdom"),
        "GR": translate("countries", "Greece"),
        "HU": translate("countries", "Hungary"),
        "IE": translate("countries", "Ireland"),
        "IL": translate("countries", "Israel"),
        "IN": translate("countries", "India"),
        "IT": translate("countries", "Italy"),
        "JP": translate("countries", "Japan"),
        "KR": translate("countries", "South Korea"),
        "MX": translate("countries", "Mexico"),
        "NL": translate("countries", "Netherlands"),
        "NO": translate("countries", "Norway"),
        "PL": translate("countries", "Poland"),
        "PT": translate("countries", "Portugal"),
        "RO": translate("countries", "Romania"),
        "RS": translate("countries", "Serbia"),
        "SA": translate("countries", "Saudi Arabia"),
        "SE": translate("countries", "Sweden"),
        "SK": translate("countries", "Slovakia"),
        "TH": translate("countries", "Thailand"),
        "TR": translate("countries", "Türkiye"),
        "US": translate("countries", "United States"),
        "VN": translate("countries", "Vietnam"),
    }
