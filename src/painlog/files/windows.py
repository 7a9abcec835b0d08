"""What Windows does differently: whether a process runs, locking bytes, a terminal's colours.

Nothing here is imported, or exists, on another system.
"""

import sys

if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes
    from typing import BinaryIO

    # From the headers of Windows.
    _SYNCHRONIZE = 0x0010_0000
    _STILL_RUNS = 0x102
    _NO_SUCH_PROCESS = 87
    _OUTPUT = -11
    _FOLLOWS_ESCAPES = 0x0004

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.OpenProcess.restype = wintypes.HANDLE
    _kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
    _kernel.WaitForSingleObject.argtypes = (wintypes.HANDLE, wintypes.DWORD)
    _kernel.WaitForSingleObject.restype = wintypes.DWORD
    _kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    _kernel.GetStdHandle.restype = wintypes.HANDLE
    _kernel.GetConsoleMode.argtypes = (wintypes.HANDLE, wintypes.LPDWORD)
    _kernel.SetConsoleMode.argtypes = (wintypes.HANDLE, wintypes.DWORD)

    def runs(number: int) -> bool:
        """Return whether a process runs; True if that cannot be seen.

        On Windows os.kill with signal 0 would send it Ctrl-C.
        """
        process = _kernel.OpenProcess(_SYNCHRONIZE, False, number)
        if not process:
            # Of another user's process, Windows says only that it exists.
            return ctypes.get_last_error() != _NO_SUCH_PROCESS
        try:
            # A process that has ended still exists while another program holds a handle to it.
            waited: int = _kernel.WaitForSingleObject(process, 0)
        finally:
            _kernel.CloseHandle(process)
        return waited == _STILL_RUNS

    def lock(file: BinaryIO, start: int, length: int) -> None:
        """Lock bytes of a file without waiting; they may lie beyond its end.

        Raises:
            OSError: if another program holds a lock on one of them.
        """
        file.seek(start)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, length)

    def unlock(file: BinaryIO, start: int, length: int) -> None:
        """Give up a lock."""
        file.seek(start)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, length)

    def follows_escapes() -> bool:
        """Let the terminal of standard output draw colours; return whether it can."""
        terminal = _kernel.GetStdHandle(_OUTPUT)
        mode = wintypes.DWORD()
        if not _kernel.GetConsoleMode(terminal, ctypes.byref(mode)):
            return False
        return bool(_kernel.SetConsoleMode(terminal, mode.value | _FOLLOWS_ESCAPES))
