"""The main window: its pages, bar and footer, and the presenters between its parts."""
