// Machine: one run of rules. It counts what the run costs and stops what goes too far.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "engines/rules/values/value.hpp"

namespace feel {

struct Place {
  int line = 1, column = 1;  // from 1; columns in characters
};

// What went wrong in a run without stopping it: an answer became null here.
struct Note {
  std::string where;  // the decision, or ""
  Place place;
  base::Words words;
};

// A run reached a bound. Caught where the run began; its answer is null.
struct Exhausted : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Machine {
 public:
  // A city's largest rule goes over lists of some thousand, and a server has many runs at once.
  // Values have 32 bytes and lists double while they grow: a list of a million, mapped, filtered
  // and written as texts, passes, and nothing that is written takes more than about 300 MB.
  static constexpr std::int64_t steps_max = 20'000'000;  // items visited, functions called
  static constexpr std::int64_t values_max = 3'000'000;  // kept in lists and contexts, in one too
  static constexpr std::int64_t bytes_max = 64'000'000;  // of texts made
  static constexpr std::int64_t text_bytes = 48;         // which each text takes beside its letters
  static constexpr int depth_max = 1'000;                // of values in values
  static constexpr int nodes_max = 6'000;                // of an expression within calls
  static constexpr std::size_t notes_max = 20;

  // `now` answers now() and today(); rules read no clock.
  explicit Machine(Moment now) : now_(now) {}
  const Moment& now() const { return now_; }

  void spend(std::int64_t steps) {
    if ((steps_ += steps) > steps_max) exhausted("steps");
  }
  void keep(std::int64_t values) {
    spend(values);
    if ((values_ += values) > values_max) exhausted("values");
  }
  Value list(Values items);
  Value context(std::vector<Context::Entry> entries);
  Value text(std::string made);
  void letters(std::size_t bytes);  // what a text that was made costs

  // A call goes down by the depth of what it evaluates, and comes up again.
  class Call {
   public:
    Call(Machine& machine, int nodes) : machine_(machine), nodes_(nodes) {
      machine.spend(1);
      if ((machine.nodes_ += nodes) > nodes_max) {
        machine.nodes_ -= nodes;
        exhausted("calls within calls");
      }
    }
    ~Call() { machine_.nodes_ -= nodes_; }
    Call(const Call&) = delete;

   private:
    Machine& machine_;
    int nodes_;
  };

  // The first twenty are kept.
  void note(Place place, base::Words words);
  std::vector<Note>& notes() { return notes_; }
  std::string where;  // written into notes

  [[noreturn]] static void exhausted(const char* what);

 private:
  Moment now_;
  std::int64_t steps_ = 0, values_ = 0, bytes_ = 0;
  int nodes_ = 0;
  std::vector<Note> notes_;
};

}  // namespace feel
