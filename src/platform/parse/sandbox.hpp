// What a process that opens hostile bytes may still do.
#pragma once

namespace parse {

// From here on this process has its three standard files and reads others, and that is all: what
// else was open is closed (connections of the server that started it), no sockets, no file made or
// changed, no other process started or signalled; 3 s of processor, 512 MB. It may become another
// program, which stays inside. False: the kernel refused, so open nothing.
bool enter_sandbox();

}  // namespace parse
