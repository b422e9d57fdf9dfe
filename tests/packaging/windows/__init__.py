"""The Windows installer: how it is put together here, and the parts of its tests under wine."""
