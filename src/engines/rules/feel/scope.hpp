// Scope: which names a rule sees while it is compiled, and in which slot each value will stand.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "engines/rules/feel/feel.hpp"
#include "engines/rules/feel/reader.hpp"
#include "engines/rules/nodes/node.hpp"
#include "engines/rules/values/type.hpp"

namespace feel {

// Where an outer value goes when a function is made: from a slot of the outer frame to an inner.
struct Capture {
  int outer, inner;
};

// Types that rules may name (item definitions), by key.
class TypeNames {
 public:
  virtual ~TypeNames() = default;
  virtual TypeRef type(const std::string& key) const = 0;
  virtual const Phrases* phrases() const = 0;
};

class Scope {
 public:
  // `members`: names of several pieces that entries of contexts have anywhere in the model.
  explicit Scope(const Phrases* members = nullptr, const TypeNames* types = nullptr)
      : members_(members), types_(types), levels_(1) {}

  int declare(const std::string& name);  // the slot
  int hidden();                          // a slot without a name
  // From now on names that nobody declared are asked.
  void open() { open_ = true; }
  bool is_open() const { return open_; }
  // `key` with the entries behind it, as far as they are written: purpose, subject.birth.
  NodeRef ask(const std::string& key, const std::vector<std::string>& entries, Place place);
  std::vector<Asked> take_asked() { return std::move(asked_); }
  void ask_clock() { asks_clock_ = true; }
  bool asks_clock() const { return asks_clock_; }
  // Names declared since `mark` are forgotten.
  std::size_t mark() const { return declared_.size(); }
  void forget(std::size_t mark);
  // A text that could not be read leaves names and levels open: back to where it began.
  struct Standing {
    std::size_t declared, items, levels;
  };
  Standing standing() const { return {declared_.size(), items_.size(), levels_.size()}; }
  void go_back(const Standing& to);

  // Within a filter, names are first entries of the item that stands in `slot`.
  void push_item(int slot);
  void pop_item() { items_.pop_back(); }

  void push_function() { levels_.emplace_back(); }
  struct Made {
    int slots;
    std::vector<Capture> captures;
  };
  Made pop_function();
  int slots() const { return levels_.back().slots; }

  // How a name is read here; null if nobody knows it.
  NodeRef read(const std::string& key, Place place);
  bool knows(const std::string& key) const { return bindings_.contains(key); }
  bool in_item() const { return !items_.empty(); }
  bool asks_question() const { return bindings_.contains("?"); }

  const Phrases& phrases() const { return phrases_; }
  const Phrases* members() const { return members_; }
  const TypeNames* types() const { return types_; }
  // Entries named in the text itself count as members from then on.
  void add_member(const std::string& name) { own_members_.add(key_of(name)); }
  const Phrases* own_members() const { return &own_members_; }

 private:
  struct Binding {
    std::size_t level;
    int slot;
    std::size_t order;  // later ones hide earlier ones, filters among them
  };
  struct Level {
    int slots = 0;
    std::map<int, int> captured;  // outer slot -> inner
  };
  int slot_here(std::size_t level, int slot);
  int asked(const std::string& name);

  const Phrases* members_;
  const TypeNames* types_;
  Phrases phrases_, own_members_;
  std::unordered_map<std::string, std::vector<Binding>> bindings_;
  std::vector<std::string> declared_;
  std::vector<Binding> items_;
  std::vector<Level> levels_;
  std::vector<Asked> asked_;
  bool open_ = false, asks_clock_ = false;
  std::size_t order_ = 0;
};

}  // namespace feel
