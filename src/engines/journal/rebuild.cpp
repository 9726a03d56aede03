// Old shapes to new ones, and projections made anew from the journal.
#include <algorithm>

#include "engines/journal/store.hpp"
#include "engines/journal/upcast.hpp"

namespace journal {
namespace {

constexpr int subjects_in_slice = 20;
constexpr int tries = 10;  // of one slice, against acts of the same moment

// Ids grow with time: 42 bits of milliseconds above 21 others.
constexpr std::int64_t minute_of_ids = std::int64_t(60'000) << 21;

std::int64_t make_anew(db::Tx& tx, const Projection& projection, const store::Subject& subject,
                       const Upcast& upcast) {
  projection.clear(tx, subject.kind, subject.id);
  auto entries = store::by_subject(tx, subject.kind, subject.id);
  for (auto& entry : entries) {
    if (!upcast(entry)) {
      throw db::Failure("entry " + entry.id.str() + " has a newer shape than this program knows");
    }
    projection.project(tx, entry);
  }
  return std::int64_t(entries.size());
}

// An act on the same subject may leave its facts between our clearing and our reading.
std::int64_t make_slice(db::Database& db, const Projection& projection,
                        const std::vector<store::Subject>& slice, const Upcast& upcast) {
  for (int i = 1;; ++i) {
    try {
      return db.write([&](db::Tx& tx) {
        std::int64_t entries = 0;
        for (const auto& subject : slice) entries += make_anew(tx, projection, subject, upcast);
        return entries;
      });
    } catch (const db::AlreadyThere&) {
      if (i == tries) throw;
    }
  }
}

}  // namespace

Upcasters::Upcasters(std::vector<Shape> shapes) {
  for (auto& shape : shapes) steps_[shape.verb] = std::move(shape.steps);
}

bool Upcasters::operator()(Stored& entry) const {
  const auto found = steps_.find(entry.verb);
  const int newest = found == steps_.end() ? 1 : int(found->second.size()) + 1;
  if (entry.version < 1 || entry.version > newest) return false;
  for (; entry.version < newest; ++entry.version) {
    entry.facts = found->second[std::size_t(entry.version) - 1](entry.facts);
  }
  return true;
}

std::optional<std::int64_t> Journal::rebuild(std::string_view name, const Upcast& upcast,
                                             const std::function<void(std::int64_t)>& told) {
  const auto projection = std::ranges::find(projections_, name, &Projection::name);
  if (projection == projections_.end() || !projection->clear) return {};
  std::int64_t entries = 0, from = 0, began = 0;
  // All of it; then, twice, what came while that went on and may have been seen half.
  for (int pass = 0; pass < 3; ++pass) {
    began = db_.next_id();
    store::Subject last;
    for (;;) {
      const auto slice =
          db_.read([&](db::Tx& tx) { return store::subjects(tx, last, from, subjects_in_slice); });
      if (slice.empty()) break;
      entries += make_slice(db_, *projection, slice, upcast);
      last = slice.back();
      if (told) told(entries);
    }
    from = began - minute_of_ids;
  }
  db_.write([&](db::Tx& tx) { store::fresh_again(tx, name, {began}); });
  return entries;
}

}  // namespace journal
