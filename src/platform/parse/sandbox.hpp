// What a process that opens hostile bytes may still do.
#pragma once

namespace parse {

// From here on this process has its three standard files, reads what a PDF reader and its fonts
// need (with Landlock, where the kernel has it: nothing else, so no secrets and no /proc), and that
// is all: what else was open is closed (connections of the server that started it), it is in a
// session of its own and, where it was root, somebody else; no sockets, no file made or changed, no
// process started, signalled, limited or looked into; 3 s of processor, 512 MB. It may become
// another program, which stays inside. False: something was refused, so open nothing.
bool enter_sandbox();

// For a program that starts such processes: others of the same user do not read its memory, and it
// leaves no core file, where keys and personal data would stand.
void keep_memory_private();

}  // namespace parse
