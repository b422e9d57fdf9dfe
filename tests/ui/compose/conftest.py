import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.channels.sms.sms_form import SmsForm


@pytest.fixture
def push_form(qtbot: QtBot) -> PushForm:
    form = PushForm()
    qtbot.addWidget(form)
    form.show()
    return form


@pytest.fixture
def sms_form(qtbot: QtBot) -> SmsForm:
    form = SmsForm()
    qtbot.addWidget(form)
    form.show()
    return form
