#include "services/rule_tables/actions.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "services/rule_tables/store.hpp"

namespace rule_tables {
namespace {

constexpr std::size_t reason_bytes_max = 4'000;

// The office an act is done in: the one that may do it, else any.
const identity::Position* office(const identity::Who& who, std::string_view role) {
  const auto found = std::ranges::find(who.positions, role, &identity::Position::role);
  if (found != who.positions.end()) return &*found;
  return who.positions.empty() ? nullptr : &who.positions.front();
}

journal::Actor actor(const Act& act, std::string_view role) {
  return act.who->actor(office(*act.who, role));
}

Refusal from(decisions::PublishRefusal why) {
  using Why = decisions::PublishRefusal;
  switch (why) {
    case Why::own:
      return Refusal::own;
    case Why::overtaken:
      return Refusal::overtaken;
    case Why::nothing_new:
      return Refusal::nothing_new;
    case Why::no_such_edition:
      break;
  }
  return Refusal::wrong;
}

void saved(Draft& draft, const Act& act) {
  draft.saved_by = act.who->person;
  draft.saved_at = act.now;
  draft.last_act = act.id;
  ++draft.version;
}

}  // namespace

void Actions::note(db::Tx& tx, const Act& act, std::string_view verb, const Draft& draft) {
  base::json::object facts = {{"code", draft.code}, {"based_on", draft.based_on}};
  if (!draft.hash.empty()) facts["hash"] = draft.hash;
  const bool decides = verb == "rule_tables.give_back";
  journal_.append(tx, act.now,
                  {.act = act.id,
                   .actor = actor(act, decides ? publisher_role : editor_role),
                   .verb = std::string(verb),
                   .subject_kind = "rule_draft",
                   .subject = draft.id.value,
                   .facts = std::move(facts),
                   .law = ""});
}

Actions::Done<DraftId> Actions::insert(const Act& act, Draft draft) {
  try {
    return db_.write([&](db::Tx& tx) -> Done<DraftId> {
      if (const auto before = journal::Journal::find_act(tx, act.id))
        return DraftId{before->subject};
      tx.hold("rule_tables " + draft.code);
      if (const auto open = store::open(tx, draft.code)) {
        if (draft.based_on == 0) return base::refuse(Refusal::taken);
        return open->id;
      }
      draft.id = db_.fresh<DraftId>();
      draft.begun_by = draft.saved_by = act.who->person;
      draft.begun_at = draft.saved_at = act.now;
      draft.last_act = act.id;
      store::insert(tx, draft);
      note(tx, act, "rule_tables.begin", draft);
      return draft.id;
    });
  } catch (const db::AlreadyThere&) {
    return base::refuse(Refusal::taken);  // another began it at the same moment
  }
}

Actions::Done<DraftId> Actions::begin(const Act& act, std::string_view code, base::Lang lang) {
  const auto all = db_.read([&](db::Tx& tx) { return decisions::editions(tx, code); });
  if (all.empty()) return base::refuse(Refusal::gone);
  const auto* now = decisions::in_force(all, act.now.local().date, act.now);
  Draft draft;
  draft.code = code;
  draft.based_on = all.front().number;
  draft.sheet = sheet_of(now ? *now : all.front(), lang);
  return insert(act, std::move(draft));
}

Actions::Done<DraftId> Actions::begin_new(const Act& act, std::string code, std::string title) {
  if (!decisions::is_code(code)) return base::refuse(Refusal::bad_code);
  const bool known = db_.read([&](db::Tx& tx) { return !decisions::editions(tx, code).empty(); });
  if (known) return base::refuse(Refusal::taken);
  Draft draft;
  draft.code = code;
  draft.sheet = empty_sheet(std::move(code), base::tidy(title));
  return insert(act, std::move(draft));
}

Actions::Done<int> Actions::save(const Act& act, DraftId id, int version, Sheet sheet) {
  return db_.write([&](db::Tx& tx) -> Done<int> {
    auto draft = store::find(tx, id);
    if (!draft) return base::refuse(Refusal::gone);
    if (draft->last_act == act.id) return draft->version;  // clicked twice
    if (draft->state != State::draft) return base::refuse(Refusal::gone);
    if (draft->version != version) return base::refuse(Refusal::changed);
    draft->sheet = sheet;
    draft->sheet.table.code = draft->code;
    saved(*draft, act);
    if (!store::update(tx, *draft, version)) return base::refuse(Refusal::changed);
    return draft->version;
  });
}

Actions::Done<void> Actions::on(const Act& act, DraftId id, State state, std::string_view verb,
                                const Change& change) {
  return db_.write([&](db::Tx& tx) -> Done<void> {
    if (const auto before = journal::Journal::find_act(tx, act.id)) {
      if (before->subject == id.value) return {};  // clicked twice
      return base::refuse(Refusal::gone);
    }
    auto draft = store::find(tx, id);
    if (!draft || draft->state != state) return base::refuse(Refusal::gone);
    const int version = draft->version;
    if (const auto why = change(tx, *draft)) return base::refuse(*why);
    saved(*draft, act);
    if (!store::update(tx, *draft, version)) return base::refuse(Refusal::changed);
    note(tx, act, verb, *draft);
    return {};
  });
}

Actions::Done<void> Actions::rebase(const Act& act, DraftId id, int version) {
  return on(act, id, State::draft, "rule_tables.rebase",
            [&](db::Tx& tx, Draft& draft) -> std::optional<Refusal> {
              if (draft.version != version) return Refusal::changed;
              const auto all = decisions::editions(tx, draft.code);
              draft.based_on = all.empty() ? 0 : all.front().number;
              return std::nullopt;
            });
}

Actions::Done<void> Actions::propose(const Act& act, DraftId id, int version, Sheet sheet,
                                     bool confirmed, base::Lang lang) {
  const auto [draft, all] = db_.read([&](db::Tx& tx) {
    const auto found = store::find(tx, id);
    return std::pair(
        found, found ? decisions::editions(tx, found->code) : std::vector<decisions::Edition>());
  });
  if (!draft) return base::refuse(Refusal::gone);
  sheet.table.code = draft->code;
  const auto looked = review(sheet, all, act.now.local().date, lang);
  if (!looked.ready()) return base::refuse(Refusal::wrong);
  if (looked.warned() && !confirmed) return base::refuse(Refusal::unsure);
  const auto hash = decisions::hash_of(looked.table, *looked.applies);
  const int newest = all.empty() ? 0 : all.front().number;
  const auto from_then = std::ranges::find_if(
      all, [&](const auto& one) { return one.applies.from == looked.applies->from; });
  if (from_then != all.end() && from_then->hash == hash && !looked.replaces)
    return base::refuse(Refusal::nothing_new);
  return on(act, id, State::draft, "rule_tables.propose",
            [&](db::Tx&, Draft& found) -> std::optional<Refusal> {
              if (found.version != version) return Refusal::changed;
              if (found.based_on != newest) return Refusal::overtaken;
              found.sheet = sheet;
              found.state = State::proposed;
              found.proposed_by = actor(act, editor_role);
              found.proposed_at = act.now;
              found.hash = hash;
              found.returned.clear();
              return std::nullopt;
            });
}

namespace {

void open_again(Draft& draft, std::string why) {
  draft.state = State::draft;
  draft.returned = std::move(why);
  draft.hash.clear();
  draft.proposed_at.reset();
}

}  // namespace

Actions::Done<void> Actions::withdraw(const Act& act, DraftId id) {
  return on(act, id, State::proposed, "rule_tables.withdraw",
            [](db::Tx&, Draft& draft) -> std::optional<Refusal> {
              open_again(draft, "");
              return std::nullopt;
            });
}

Actions::Done<void> Actions::give_back(const Act& act, DraftId id, std::string reason) {
  reason = base::tidy(reason.substr(0, reason_bytes_max), true);
  if (base::length(reason) < 5) return base::refuse(Refusal::no_reason);
  return on(act, id, State::proposed, "rule_tables.give_back",
            [&](db::Tx&, Draft& draft) -> std::optional<Refusal> {
              open_again(draft, reason);
              return std::nullopt;
            });
}

Actions::Done<void> Actions::drop(const Act& act, DraftId id) {
  return on(act, id, State::draft, "rule_tables.drop",
            [](db::Tx&, Draft& draft) -> std::optional<Refusal> {
              draft.state = State::dropped;
              return std::nullopt;
            });
}

Actions::Done<decisions::EditionId> Actions::publish(const Act& act, DraftId id,
                                                     std::string_view hash, bool confirmed,
                                                     base::Lang lang) {
  using Answer = Done<decisions::EditionId>;
  const auto [draft, all] = db_.read([&](db::Tx& tx) {
    const auto found = store::find(tx, id);
    return std::pair(
        found, found ? decisions::editions(tx, found->code) : std::vector<decisions::Edition>());
  });
  if (!draft) return base::refuse(Refusal::gone);
  const auto looked = review(draft->sheet, all, act.now.local().date, lang);
  if (draft->state == State::proposed && !looked.ready()) return base::refuse(Refusal::wrong);
  if (draft->state == State::proposed && looked.warned() && !confirmed)
    return base::refuse(Refusal::unsure);
  // Looked over once more outside of the transaction: only such a table is published.
  const auto ready = looked.applies ? decisions::checked(looked.table, *looked.applies)
                                    : base::Result<decisions::Checked, decisions::Findings>(
                                          base::refuse(decisions::Findings()));
  if (!ready) return base::refuse(Refusal::wrong);
  return db_.write([&](db::Tx& tx) -> Answer {
    if (const auto before = journal::Journal::find_act(tx, act.id)) {
      if (before->verb == "decisions.publish") return decisions::EditionId{before->subject};
      return base::refuse(Refusal::gone);
    }
    auto found = store::find(tx, id);
    if (!found || found->state != State::proposed) return base::refuse(Refusal::gone);
    if (found->hash != hash || ready->hash() != hash) return base::refuse(Refusal::changed);
    decisions::Publication what{.based_on = found->based_on,
                                .replaces = looked.replaces,
                                .origin = decisions::Origin::page,
                                .reason = found->sheet.reason,
                                .proposed_by = found->proposed_by};
    what.facts["draft"] = found->id.str();
    const auto done = decisions::publish(
        db_, tx, journal_, {act.id, actor(act, publisher_role), act.now}, *ready, what);
    if (!done) return base::refuse(from(done.error()));
    const int version = found->version;
    found->state = State::published;
    saved(*found, act);
    if (!store::update(tx, *found, version)) return base::refuse(Refusal::changed);
    return *done;
  });
}

}  // namespace rule_tables
