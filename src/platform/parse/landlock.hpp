// Landlock by its system calls: which folders a process may still see.
#pragma once

namespace parse {

// Only what a PDF reader needs may be read, and only it be started. True also where the kernel has
// no Landlock: then the other walls stand alone. False: the kernel has it and refused.
bool see_only_the_reader();

}  // namespace parse
