/*
 * scoro-desktop.exe where PyInstaller does not make it: starts Python from its own folder, with the app as its program.
 *
 * Where Python looks for modules is said by pythonXY._pth beside it, which also makes it deaf to PYTHONPATH and the like.
 * PYTHON_DLL, the name of Python's library, and MODULE, what it runs, are given by the compiler's command. Without MODULE
 * it runs the file that is its first argument: so tests look at what is installed from inside.
 */
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

typedef int (*py_main)(int argc, wchar_t **argv);

/* Goes before the user's arguments. -I: nothing from the user's own Python; -B: leave nothing behind to uninstall. */
static wchar_t *const before[] = {L"-I", L"-B",
#ifdef MODULE
                                 L"-m", MODULE
#endif
};
#define BEFORE ((int)(sizeof before / sizeof *before))

static int fail(const wchar_t *what) {
    wchar_t text[MAX_PATH + 200];
    swprintf(text, sizeof text / sizeof *text, L"Scoro Desktop cannot start: %ls (error %lu).\n\nPlease install it again.",
             what, GetLastError());
    MessageBoxW(NULL, text, L"Scoro Desktop", MB_OK | MB_ICONERROR);
    return 1;
}

static int start(int argc, wchar_t **argv) {
    static wchar_t path[32768]; /* the longest that Windows knows */
    DWORD length = GetModuleFileNameW(NULL, path, sizeof path / sizeof *path);
    wchar_t *name = length ? wcsrchr(path, L'\\') : NULL;
    if (!name || (name - path) + 1 + wcslen(PYTHON_DLL) >= sizeof path / sizeof *path)
        return fail(L"where it stands is not known");
    wcscpy(name + 1, PYTHON_DLL);
    /* By its whole path: a library of the same name elsewhere is never taken. */
    HMODULE python = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!python)
        return fail(PYTHON_DLL L" was not loaded");
    py_main run = (py_main)(void *)GetProcAddress(python, "Py_Main");
    if (!run)
        return fail(PYTHON_DLL L" is not Python");

    wchar_t **all = calloc((size_t)(argc + BEFORE + 1), sizeof *all);
    if (!all)
        return fail(L"out of memory");
    all[0] = argv[0];
    for (int i = 0; i < BEFORE; i++)
        all[1 + i] = before[i];
    for (int i = 1; i < argc; i++)
        all[BEFORE + i] = argv[i];
    return run(argc + BEFORE, all);
}

#ifdef CONSOLE
int wmain(int argc, wchar_t **argv) { return start(argc, argv); }
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, PWSTR line, int show) {
    (void)instance, (void)previous, (void)line, (void)show;
    return start(__argc, __wargv);
}
#endif
