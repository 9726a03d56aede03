// Walls by the kernel: limits, another user, Landlock, and a seccomp filter that names what is
// allowed, with arguments where a call can do more than is needed.
#include "platform/parse/sandbox.hpp"

#include <fcntl.h>
#include <grp.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

#include "platform/parse/landlock.hpp"

namespace parse {
namespace {

constexpr rlim_t processor_s = 3, memory_bytes = 512u << 20, files_max = 64;
constexpr uid_t nobody = 65534;

// What pdftotext and its loader need, as strace shows it, and what a C library may use instead.
constexpr int allowed[] = {
    // clang-format off
    SCMP_SYS(execve), SCMP_SYS(exit), SCMP_SYS(exit_group),
    SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mprotect), SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev),
    SCMP_SYS(lseek), SCMP_SYS(close), SCMP_SYS(dup), SCMP_SYS(dup2), SCMP_SYS(poll),
    SCMP_SYS(fadvise64),
    SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(stat), SCMP_SYS(lstat),
    SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(statfs), SCMP_SYS(fstatfs),
    SCMP_SYS(getdents64), SCMP_SYS(getcwd), SCMP_SYS(readlink), SCMP_SYS(readlinkat),
    SCMP_SYS(arch_prctl), SCMP_SYS(set_tid_address), SCMP_SYS(set_robust_list), SCMP_SYS(rseq),
    SCMP_SYS(futex), SCMP_SYS(getrandom), SCMP_SYS(getrlimit),
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

// Calls that can do more than is needed. A list of what is allowed, never of what is not: bits the
// kernel does not look at would slip past a list of the other kind.
bool allow_by_argument(scmp_filter_ctx filter) {
  // F_SETOWN and F_SETSIG would signal another process.
  for (const int command : {F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL}) {
    const auto which = SCMP_A1(SCMP_CMP_EQ, scmp_datum_t(command));
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, which) != 0) return false;
  }
  // Is it a terminal? TIOCSTI would type into it.
  const auto asks = SCMP_A1(SCMP_CMP_EQ, TCGETS);
  // Its own limits; those of another process by its id.
  const auto own = SCMP_A0(SCMP_CMP_EQ, 0);
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, asks) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, own) == 0;
}

bool limit_all() {
  return limit(RLIMIT_CPU, processor_s) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) &&
         limit(RLIMIT_NOFILE, files_max) && limit(RLIMIT_MSGQUEUE, 0) && limit(RLIMIT_MEMLOCK, 0);
}

// Last of all: the steps before it allocate, which a program whose sanitizer holds terabytes of
// addresses may no longer do afterwards. What it becomes has only its own.
bool limit_memory() { return limit(RLIMIT_AS, memory_bytes); }

// A leader of its group has no new session to go to, but then it leads its own already.
bool leave_session() { return setsid() >= 0 || getsid(0) == getpid(); }

bool leave_root() {
  if (geteuid() != 0) return true;
  return setgroups(0, nullptr) == 0 && setresgid(nobody, nobody, nobody) == 0 &&
         setresuid(nobody, nobody, nobody) == 0 && setuid(0) != 0;
}

bool filter_calls() {
  const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)),
                                                                seccomp_release);
  if (!filter || !allow_reading(filter.get()) || !allow_by_argument(filter.get())) return false;
  for (const int call : allowed) {
    if (seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) != 0) return false;
  }
  return seccomp_load(filter.get()) == 0;
}

}  // namespace

bool enter_sandbox() {
  constexpr unsigned first_not_standard = 3;
  return ::close_range(first_not_standard, ~0U, 0) == 0 && ::chdir("/") == 0 && leave_session() &&
         limit_all() && leave_root() && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         see_only_the_reader() && filter_calls() && limit_memory();
}

void keep_memory_private() { prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

}  // namespace parse
