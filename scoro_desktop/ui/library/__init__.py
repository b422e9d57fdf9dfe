"""The library: templates, drafts and audiences in one kind of window, with one search and one set of acts."""
