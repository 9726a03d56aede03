// Limits by the kernel: setrlimit, and a seccomp filter that names what is allowed.
#include "platform/parse/sandbox.hpp"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

namespace parse {
namespace {

constexpr rlim_t processor_s = 3, memory_bytes = 512u << 20;

// What pdftotext and its loader need, as strace shows it, and what a C library may use instead.
constexpr int allowed[] = {
    // clang-format off
    SCMP_SYS(execve), SCMP_SYS(exit), SCMP_SYS(exit_group),
    SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mprotect), SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev),
    SCMP_SYS(lseek), SCMP_SYS(close), SCMP_SYS(dup), SCMP_SYS(dup2), SCMP_SYS(fcntl),
    SCMP_SYS(ioctl), SCMP_SYS(poll), SCMP_SYS(fadvise64),
    SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(stat), SCMP_SYS(lstat),
    SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(statfs), SCMP_SYS(fstatfs),
    SCMP_SYS(getdents64), SCMP_SYS(getcwd), SCMP_SYS(readlink), SCMP_SYS(readlinkat),
    SCMP_SYS(arch_prctl), SCMP_SYS(set_tid_address), SCMP_SYS(set_robust_list), SCMP_SYS(rseq),
    SCMP_SYS(futex), SCMP_SYS(getrandom), SCMP_SYS(prlimit64), SCMP_SYS(getrlimit),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid),
    SCMP_SYS(getegid), SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday), SCMP_SYS(time),
    // clang-format on
};

bool limit(__rlimit_resource what, rlim_t most) {
  const rlimit both{most, most};
  return setrlimit(what, &both) == 0;
}

// Opening is reading: what else O_ACCMODE and O_CREAT may say is refused.
bool allow_reading(scmp_filter_ctx filter) {
  constexpr scmp_datum_t changes = O_ACCMODE | O_CREAT | O_TRUNC;
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                          SCMP_A2(SCMP_CMP_MASKED_EQ, changes, O_RDONLY)) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
                          SCMP_A1(SCMP_CMP_MASKED_EQ, changes, O_RDONLY)) == 0;
}

}  // namespace

bool enter_sandbox() {
  constexpr unsigned first_not_standard = 3;
  if (::close_range(first_not_standard, ~0U, 0) != 0) return false;
  if (!limit(RLIMIT_CPU, processor_s) || !limit(RLIMIT_AS, memory_bytes) ||
      !limit(RLIMIT_FSIZE, 0) || !limit(RLIMIT_CORE, 0)) {
    return false;
  }
  const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)),
                                                                seccomp_release);
  if (!filter || !allow_reading(filter.get())) return false;
  for (const int call : allowed) {
    if (seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) != 0) return false;
  }
  return seccomp_load(filter.get()) == 0;  // with "no new privileges"
}

}  // namespace parse
