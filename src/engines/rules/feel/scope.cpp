#include "engines/rules/feel/scope.hpp"

#include "engines/rules/nodes/access.hpp"

namespace feel {

int Scope::declare(const std::string& name) {
  const auto key = key_of(name);
  const int slot = hidden();
  bindings_[key].push_back({levels_.size() - 1, slot, ++order_});
  declared_.push_back(key);
  phrases_.add(key);
  return slot;
}

int Scope::hidden() { return levels_.back().slots++; }

void Scope::forget(std::size_t mark) {
  for (; declared_.size() > mark; declared_.pop_back()) {
    const auto at = bindings_.find(declared_.back());
    at->second.pop_back();
    if (at->second.empty()) bindings_.erase(at);
    phrases_.remove(declared_.back());
  }
}

void Scope::go_back(const Standing& to) {
  forget(to.declared);
  items_.resize(to.items);
  levels_.resize(to.levels);
}

void Scope::push_item(int slot) { items_.push_back({levels_.size() - 1, slot, ++order_}); }

Scope::Made Scope::pop_function() {
  Made made{levels_.back().slots, {}};
  for (const auto& [outer, inner] : levels_.back().captured) {
    made.captures.push_back({outer, inner});
  }
  levels_.pop_back();
  return made;
}

int Scope::slot_here(std::size_t level, int slot) {
  for (auto i = level + 1; i < levels_.size(); ++i) {
    auto& captured = levels_[i].captured;
    const auto [at, added] = captured.try_emplace(slot, levels_[i].slots);
    if (added) ++levels_[i].slots;
    slot = at->second;
  }
  return slot;
}

NodeRef Scope::read(const std::string& key, Place place) {
  const auto found = bindings_.find(key);
  const auto* binding = found == bindings_.end() ? nullptr : &found->second.back();
  NodeRef node;
  if (binding) {
    node = std::make_unique<Load>(place, slot_here(binding->level, binding->slot));
  }
  if (key == "?") return node;
  for (const auto& item : items_) {  // the outermost first, so that the innermost is asked first
    if (binding && binding->order > item.order) continue;
    node = std::make_unique<OfItem>(place, slot_here(item.level, item.slot), key, std::move(node));
  }
  return node;
}

int Scope::asked(const std::string& name) {
  const bool perhaps = in_item();
  for (auto& known : asked_) {
    if (known.name != name) continue;
    known.perhaps = known.perhaps && perhaps;
    return known.slot;
  }
  asked_.push_back({name, levels_.front().slots++, perhaps});
  return asked_.back().slot;
}

NodeRef Scope::ask(const std::string& key, const std::vector<std::string>& entries, Place place) {
  auto name = key;
  for (const auto& entry : entries) name += "." + entry;
  NodeRef node = std::make_unique<Load>(place, slot_here(0, asked(name)), name);
  for (const auto& item : items_) {
    node = std::make_unique<OfItem>(place, slot_here(item.level, item.slot), key, std::move(node),
                                    entries);
  }
  return node;
}

}  // namespace feel
