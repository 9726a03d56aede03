// Ids: 63 bits made by the program (42 of milliseconds, 10 of node, 11 of sequence); strings in
// JSON.
#pragma once

#include <charconv>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// An id that knows what it names: Id<struct Person> does not pass for Id<struct Unit>.
template <class Tag>
struct Id {
  std::int64_t value = 0;  // 0: none

  explicit operator bool() const { return value != 0; }
  auto operator<=>(const Id&) const = default;
  std::string str() const { return std::to_string(value); }

  // From text as it stands in an address or a form; nothing if it is not a positive 63-bit number.
  static std::optional<Id> parse(std::string_view text) {
    std::int64_t v = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v);
    if (error != std::errc() || end != text.data() + text.size() || v <= 0) return std::nullopt;
    return Id{v};
  }
};

using PersonId = Id<struct PersonTag>;      // a natural person
using UnitId = Id<struct UnitTag>;          // an organisation unit
using PositionId = Id<struct PositionTag>;  // a person's dated role in a unit
using CaseId = Id<struct CaseTag>;          // one matter in casework
using TaskId = Id<struct TaskTag>;          // one card in the worklist
using DossierId = Id<struct DossierTag>;
using DocumentId = Id<struct DocumentTag>;
using OrderId = Id<struct OrderTag>;      // a payment order
using EntryId = Id<struct EntryTag>;      // a journal entry
using VersionId = Id<struct VersionTag>;  // a published version of catalogue data
using DraftId = Id<struct DraftTag>;      // form answers being filled in

}  // namespace base

template <class Tag>
struct std::hash<base::Id<Tag>> {
  std::size_t operator()(base::Id<Tag> id) const { return std::hash<std::int64_t>()(id.value); }
};
