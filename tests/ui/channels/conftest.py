from tests.ui.compose.conftest import push_form, sms_form

__all__ = ["push_form", "sms_form"]
