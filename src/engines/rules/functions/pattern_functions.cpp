// matches, replace, split: ICU's regular expressions, with a bound on time and memory.
#include <unicode/regex.h>

#include <memory>

#include "engines/rules/functions/functions.hpp"
#include "engines/rules/functions/pattern.hpp"

namespace feel {
namespace {

// ICU backtracks. It calls back every 10,000 of its steps (about a millisecond), which the machine
// pays for; one search may take 300 of them.
constexpr std::int32_t calls_max = 300;
constexpr std::int64_t steps_a_call = 10'000;
constexpr std::int32_t stack_limit = 8'000'000;

UBool count_calls(const void* calls, std::int32_t made) {
  auto& most = *static_cast<std::int32_t*>(const_cast<void*>(calls));
  most = std::max(most, made);
  return made < calls_max;
}

// A matcher, or nothing if the pattern is wrong. The machine pays for compiling it.
class Matcher {
 public:
  Matcher(Machine& machine, const Pattern& pattern, const std::string& input)
      : machine_(machine), input_(icu::UnicodeString::fromUTF8(input)) {
    machine.spend(std::int64_t(pattern.text.size()) + 20);
    const std::uint32_t flags = (pattern.ignore_case ? std::uint32_t(UREGEX_CASE_INSENSITIVE) : 0) |
                                (pattern.dot_all ? std::uint32_t(UREGEX_DOTALL) : 0) |
                                (pattern.many_lines ? std::uint32_t(UREGEX_MULTILINE) : 0) |
                                (pattern.literal ? std::uint32_t(UREGEX_LITERAL) : 0);
    matcher_ = std::make_unique<icu::RegexMatcher>(icu::UnicodeString::fromUTF8(pattern.text),
                                                   flags, status_);
    if (U_FAILURE(status_)) return;
    matcher_->setMatchCallback(count_calls, &calls_, status_);
    matcher_->setStackLimit(stack_limit, status_);
    matcher_->reset(input_);
  }
  // Pays for what was searched so far.
  bool right() {
    machine_.spend(std::exchange(calls_, 0) * steps_a_call);
    return U_SUCCESS(status_);
  }
  icu::RegexMatcher& operator*() { return *matcher_; }
  UErrorCode& status() { return status_; }

 private:
  Machine& machine_;
  UErrorCode status_ = U_ZERO_ERROR;
  std::int32_t calls_ = 0;
  icu::UnicodeString input_;
  std::unique_ptr<icu::RegexMatcher> matcher_;
};

std::optional<Pattern> pattern(Args args, std::size_t at, std::size_t flags_at) {
  if (!args[0].is(Kind::text) || !args[at].is(Kind::text)) return std::nullopt;
  std::string_view flags;
  if (args.size() > flags_at && !args[flags_at].null()) {
    if (!args[flags_at].is(Kind::text)) return std::nullopt;
    flags = args[flags_at].text();
  }
  return pattern_of(args[at].text(), flags);
}

Value matches(Machine& machine, Args args) {
  const auto asked = pattern(args, 1, 2);
  if (!asked) return {};
  Matcher matcher(machine, *asked, args[0].text());
  if (!matcher.right()) return {};
  const bool found = (*matcher).find(matcher.status());
  machine.spend(std::int64_t(args[0].text().size()));
  return matcher.right() ? Value(found) : Value();
}

// Match by match, so that what grows is stopped; each `$` may bring the whole input in.
icu::UnicodeString replaced(Machine& machine, Matcher& matcher, const icu::UnicodeString& with,
                            std::int64_t input) {
  std::int64_t most = with.length();
  constexpr char16_t group = '$';
  for (int at = with.indexOf(group); at >= 0; at = with.indexOf(group, at + 1)) most += input;
  icu::UnicodeString made;
  while ((*matcher).find(matcher.status())) {
    if (made.length() + most > Machine::bytes_max) Machine::exhausted("letters");
    machine.spend(1);
    (*matcher).appendReplacement(made, with, matcher.status());
  }
  (*matcher).appendTail(made);
  return made;
}

Value replace(Machine& machine, Args args) {
  const auto asked = pattern(args, 1, 3);
  if (!asked || !args[2].is(Kind::text)) return {};
  Matcher matcher(machine, *asked, args[0].text());
  if (!matcher.right()) return {};
  auto with = icu::UnicodeString::fromUTF8(args[2].text());
  if (asked->literal) {
    with.findAndReplace("\\", "\\\\");
    with.findAndReplace("$", "\\$");
  }
  machine.spend(std::int64_t(args[0].text().size()));
  const auto made = replaced(machine, matcher, with, std::int64_t(args[0].text().size()));
  if (!matcher.right()) return {};
  std::string text;
  return machine.text(made.toUTF8String(text));
}

Value split(Machine& machine, Args args) {
  const auto asked = pattern(args, 1, 2);
  if (!asked) return {};
  Matcher matcher(machine, *asked, args[0].text());
  if (!matcher.right()) return {};
  const auto input = icu::UnicodeString::fromUTF8(args[0].text());
  Values parts;
  const auto add = [&](int from, int to) {
    std::string part;
    parts.push_back(machine.text(input.tempSubStringBetween(from, to).toUTF8String(part)));
    machine.keep(1);
  };
  int from = 0;
  while ((*matcher).find(matcher.status())) {
    const int begin = (*matcher).start(matcher.status()), end = (*matcher).end(matcher.status());
    if (end == begin) return {};  // a pattern that fits nothing splits nothing
    add(from, begin);
    from = end;
  }
  if (!matcher.right()) return {};
  add(from, input.length());
  return machine.list(std::move(parts));
}

}  // namespace

std::vector<BuiltIn> pattern_functions() {
  return {{"matches", {{{"input", "pattern", "flags"}, 2}}, matches},
          {"replace", {{{"input", "pattern", "replacement", "flags"}, 3}}, replace},
          {"split", {{{"string", "delimiter"}, 2}}, split}};
}

}  // namespace feel
