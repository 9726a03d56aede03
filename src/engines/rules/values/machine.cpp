#include "engines/rules/values/machine.hpp"

namespace feel {

void Machine::exhausted(const char* what) { throw Exhausted(std::string("too many ") + what); }

Value Machine::list(Values items) {
  keep(std::int64_t(items.size()) + 1);
  auto made = Value::list(std::move(items));
  if (made.depth() > depth_max) exhausted("values within values");
  return made;
}

Value Machine::context(std::vector<Context::Entry> entries) {
  keep(std::int64_t(entries.size()) * 2 + 1);
  auto made = context_of(std::move(entries));
  if (made.depth() > depth_max) exhausted("values within values");
  return made;
}

Value Machine::text(std::string made) {
  spend(std::int64_t(made.size()) / 64 + 1);
  if ((bytes_ += std::int64_t(made.size())) > bytes_max) exhausted("letters");
  return Value(std::move(made));
}

void Machine::note(Place place, base::Words words) {
  if (notes_.size() < notes_max) notes_.push_back({where, place, std::move(words)});
}

}  // namespace feel
