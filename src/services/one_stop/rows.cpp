// The entries of a dossier are read from first to last into what its rows must say.
#include "services/one_stop/rows.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <optional>

#include "engines/documents/documents.hpp"
#include "engines/forms/declared.hpp"
#include "engines/journal/search.hpp"
#include "engines/journal/upcast.hpp"
#include "engines/payments/payments.hpp"
#include "platform/crypto/crypto.hpp"
#include "services/one_stop/room.hpp"
#include "services/one_stop/store.hpp"

namespace one_stop {
namespace {

using contracts::Difference, contracts::TellDifference;
using Moment = std::optional<base::Instant>;

constexpr std::string_view nothing = "nothing", as_hashed = "as hashed when declared";
constexpr std::array<std::string_view, 5> paper_states = {"drafted", "signed", "numbered", "issued",
                                                          "withdrawn"};
constexpr std::array<std::string_view, 4> money_states = {"due", "paid", "cancelled", "exempt"};

std::string words(const Moment& at) {
  return at ? fmt::format("{} ({} us)", at->local().iso(), at->us) : std::string(nothing);
}
std::string words(const std::string& text) { return text.empty() ? std::string(nothing) : text; }

// What the entries say.
struct Said {
  std::string code, procedure, channel, unit, answers;
  int state = 0;
  base::PersonId owner;
  Moment submitted, accepted, due, resolved, returned;

  std::optional<documents::State> paper;
  std::string file, hash;  // "": entries of then did not name them
  std::string number;      // "12/UBND-XNTTHN"
  std::string numbered_on;
  base::PersonId signed_by;

  std::optional<std::int64_t> fee;  // entries of then did not say it
  Moment paid;
  std::string confirmation;
  base::PersonId cashier;
  bool cancelled = false;
};

void read_paper(Said& s, const journal::Stored& e) {
  using documents::State;
  if (e.verb == "one_stop.propose") s.paper = State::drafted;
  if (e.verb == "one_stop.approve") {
    s.paper = State::signed_by_officer;
    s.signed_by = e.actor.person;
  }
  if (e.verb == "one_stop.number") {
    s.paper = State::numbered;
    s.number = base::json::text_at(e.facts, "number");
    const auto day = std::string(base::json::text_at(e.facts, "day"));
    s.numbered_on = day.empty() ? e.at.local().date.iso() : day;
  }
  if (e.verb == "one_stop.seal") s.paper = State::issued;
  if (e.verb == "one_stop.propose" || e.verb == "one_stop.draft_again") s.signed_by = {};
  if (e.verb == "one_stop.draft_again") {
    s.paper = State::withdrawn;
    s.number = s.numbered_on = "";
  }
  if (e.facts.contains("paper")) s.hash = base::json::text_at(e.facts, "paper");
  if (e.facts.contains("file")) s.file = base::json::text_at(e.facts, "file");
}

void read_money(Said& s, const journal::Stored& e) {
  if (e.facts.contains("fee")) s.fee = base::json::number_at(e.facts, "fee");
  if (e.verb == "one_stop.refuse") s.cancelled = true;
  if (e.verb != "one_stop.take_fee") return;
  s.paid = e.at;
  s.cashier = e.actor.person;
  s.confirmation = base::json::text_at(e.facts, "confirmation");
}

Moment moment_at(const base::json::object& facts, const char* name) {
  const auto text = base::json::text_at(facts, name);
  if (text.empty()) return std::nullopt;
  return base::Instant{std::strtoll(std::string(text).c_str(), nullptr, 10)};
}

void read_dossier(Said& s, const journal::Stored& e) {
  const auto text = [&](const char* name) {
    return std::string(base::json::text_at(e.facts, name));
  };
  s.code = text("code");
  s.procedure = text("procedure");
  s.channel = text("channel");
  s.unit = text("unit");
  s.state = int(base::json::number_at(e.facts, "state"));
  s.due = moment_at(e.facts, "due_at");
  if (e.verb == "one_stop.submit") {
    s.submitted = e.at;
    s.owner = e.actor.person;
    s.answers = text("answers");
  }
  if (e.verb == "one_stop.accept") s.accepted = e.at;
  if (e.verb == "one_stop.seal") s.resolved = e.at;
  if (e.verb == "one_stop.return_result") s.returned = e.at;
}

// One row beside what it should be.
class Row {
 public:
  Row(std::string row, const TellDifference& tell) : row_(std::move(row)), tell_(tell) {}

  void is(std::string what, std::string is, std::string should) const {
    if (is != should) tell_({row_, std::move(what), std::move(is), std::move(should)});
  }

 private:
  std::string row_;
  const TellDifference& tell_;
};

void compare_dossier(const Row& row, const Dossier& d, const Said& s) {
  row.is("code", d.code, s.code);
  row.is("procedure", d.procedure, s.procedure);
  row.is("channel", std::string(code(d.channel)), s.channel);
  row.is("unit", d.unit.str(), s.unit);
  row.is("owner", d.owner.str(), s.owner.str());
  row.is("state", std::to_string(int(d.state)), std::to_string(s.state));
  row.is("submitted at", words(d.submitted_at), words(s.submitted));
  row.is("accepted at", words(d.accepted_at), words(s.accepted));
  row.is("due at", words(d.due_at), words(s.due));
  row.is("resolved at", words(d.resolved_at), words(s.resolved));
  row.is("returned at", words(d.returned_at), words(s.returned));
}

// "whole", or what is wrong with a stored file; `hash` is of its bytes, "": not known.
std::string state_of(const files::Store& files, const std::string& name,
                     const std::string& hash) try {
  const auto bytes = files.get(name);
  return hash.empty() || crypto::sha256_hex(bytes) == hash ? "whole" : "another paper";
} catch (const files::Failure& problem) {
  return problem.what();
}

// `erased`: what is kept of the person is gone, the files with it.
void compare_paper(const Row& row, const std::optional<documents::Document>& paper, const Said& s,
                   const files::Store& files, bool erased) {
  const auto state = [](const std::optional<documents::State>& of) {
    return std::string(of ? paper_states[std::size_t(*of)] : nothing);
  };
  row.is("result", state(paper ? std::optional(paper->state) : std::nullopt), state(s.paper));
  if (!paper) return;
  row.is("number", words(paper->full_number()), words(s.number));
  row.is("numbered on", words(paper->issued_on ? paper->issued_on->iso() : ""),
         words(s.numbered_on));
  row.is("signed by", paper->signed_by.str(), s.signed_by.str());
  if (paper->file.empty() && erased) return;
  if (!s.file.empty()) row.is("file of the result", words(paper->file), s.file);
  if (!s.hash.empty()) row.is("hash of the result", words(paper->hash), s.hash);
  if (!paper->file.empty())
    row.is("stored file " + paper->file, state_of(files, paper->file, s.hash), "whole");
}

void compare_money(const Row& row, const std::optional<payments::Order>& order, const Said& s) {
  using payments::State;
  if (s.fee) {
    row.is("fee", std::to_string(order ? order->total.amount : 0), std::to_string(*s.fee));
  }
  if (!order) {
    if (s.paid) row.is("payment", std::string(nothing), "paid");
    return;
  }
  std::int64_t lines = 0;
  for (const auto& line : order->lines) lines += line.amount.amount;
  row.is("sum of the fee's lines", std::to_string(lines), std::to_string(order->total.amount));
  // An exemption is given with the acceptance, whose entry does not tell it.
  const bool exempt = order->state == State::exempt && s.accepted;
  const auto should = s.paid        ? State::paid
                      : s.cancelled ? State::cancelled
                      : exempt      ? State::exempt
                                    : State::due;
  row.is("payment", std::string(money_states[std::size_t(order->state)]),
         std::string(money_states[std::size_t(should)]));
  row.is("paid at", words(order->paid_at), words(s.paid));
  row.is("taken by", order->taken_by.str(), s.cashier.str());
  if (!s.confirmation.empty()) row.is("confirmation", words(order->confirmation), s.confirmation);
}

void compare(db::Tx& tx, const Dossier& d, const files::Store& files, const TellDifference& tell) {
  const Row row("dossier " + d.code, tell);
  const journal::Upcasters upcast(shapes());
  Said said;
  int entries = 0;
  for (auto& entry : journal::Journal::of(tx, "dossier", d.id.value)) {
    if (!entry.verb.starts_with("one_stop.") || !upcast(entry)) continue;
    read_dossier(said, entry);
    read_paper(said, entry);
    read_money(said, entry);
    ++entries;
  }
  if (entries == 0) return row.is("row", "a dossier", "nothing: no entry speaks of it");
  compare_dossier(row, d, said);
  const auto declared = forms::declared(tx, "dossier", d.id.value, said.answers);
  const bool erased = declared == forms::Declared::erased;
  constexpr std::array<std::string_view, 4> is = {as_hashed, "other answers", as_hashed, nothing};
  row.is("answers", std::string(is[std::size_t(declared)]), std::string(as_hashed));
  compare_paper(row, documents::of(tx, "result", "dossier", d.id.value), said, files, erased);
  compare_money(row, payments::of(tx, "dossier", d.id.value), said);
}

bool compare_submission(db::Tx& tx, std::int64_t& after, int limit, const TellDifference& tell) {
  const auto page = journal::search(tx, {.verb = "one_stop.submit"}, base::EntryId{after}, limit);
  for (const auto& one : page.found) {
    const auto& e = one.entry;
    if (store::find(tx, {e.subject})) continue;
    tell({"dossier " + std::string(base::json::text_at(e.facts, "code")), "row",
          std::string(nothing), "a dossier submitted " + words(Moment(e.at))});
  }
  after = page.next.value;
  return bool(page.next);
}

}  // namespace

contracts::RowChecks row_checks(const files::Store& files) {
  const auto dossiers = [&files](db::Tx& tx, std::int64_t& after, int limit,
                                 const TellDifference& tell) {
    const auto some = store::after(tx, {after}, limit);
    for (const auto& d : some) compare(tx, d, files, tell);
    if (!some.empty()) after = some.back().id.value;
    return !some.empty();
  };
  return {{"dossiers", dossiers}, {"submissions", compare_submission}};
}

}  // namespace one_stop
