"""A curl command in and out: the dialog that reads one, and the menus that copy one."""
