#include "engines/rules/values/machine.hpp"

namespace feel {

void Machine::exhausted(const char* what) { throw Exhausted(std::string("too many ") + what); }

namespace {

Value bounded(Value made) {
  if (made.depth() > Machine::depth_max) Machine::exhausted("values within values");
  if (made.weight() > Machine::values_max) Machine::exhausted("values");
  return made;
}

}  // namespace

Value Machine::list(Values items) {
  keep(std::int64_t(items.size()) + 1);
  return bounded(Value::list(std::move(items)));
}

Value Machine::context(std::vector<Context::Entry> entries) {
  keep(std::int64_t(entries.size()) * 2 + 1);
  constexpr std::size_t within = 15;  // a name that lies in its string takes no memory beside it
  for (const auto& [name, value] : entries) {
    if (name.size() > within) letters(name.size());
  }
  return bounded(context_of(std::move(entries)));
}

Value Machine::text(std::string made) {
  letters(made.size());
  return Value(std::move(made));
}

void Machine::letters(std::size_t bytes) {
  spend(std::int64_t(bytes) / 64 + 1);
  if ((bytes_ += std::int64_t(bytes) + text_bytes) > bytes_max) exhausted("letters");
}

void Machine::note(Place place, base::Words words) {
  if (notes_.size() < notes_max) notes_.push_back({where, place, std::move(words)});
}

}  // namespace feel
