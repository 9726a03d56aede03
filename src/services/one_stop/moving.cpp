// Withdrawing the papers of an ended unit, so that the heir drafts them again.
#include "services/one_stop/moving.hpp"

#include "engines/documents/authority.hpp"
#include "engines/documents/moving.hpp"
#include "platform/crypto/crypto.hpp"
#include "services/one_stop/actions.hpp"
#include "services/one_stop/history.hpp"
#include "services/one_stop/store.hpp"
#include "services/one_stop/text_moving.hpp"

namespace one_stop {
namespace {

constexpr std::string_view kind = "dossier";
constexpr std::size_t page = 250;

std::string_view code_of(documents::State state) {
  using documents::State;
  return state == State::numbered ? "numbered" : state == State::drafted ? "drafted" : "signed";
}

using Each = std::function<bool(const Dossier&, const documents::Document&, documents::Fate)>;

// Calls `each` with the papers of the unit that are not issued, until it says that is enough.
void papers_of(db::Tx& tx, const units::Way& way, const Each& each) {
  const auto rule = documents::rule_on(tx, way.ended);
  base::DocumentId after;
  for (;;) {
    const auto papers = documents::under_way(tx, way.unit, after, int(page));
    for (const auto& paper : papers) {
      after = paper.id;
      if (paper.subject_kind != kind) continue;
      const auto dossier = store::find(tx, {paper.subject});
      if (dossier && !each(*dossier, paper, rule.of(paper.state))) return;
    }
    if (papers.size() < page) return;
  }
}

void list_papers(db::Tx& tx, const units::Way& way, units::Items& items) {
  using documents::State;
  papers_of(tx, way, [&](const Dossier& d, const documents::Document& p, documents::Fate fate) {
    const auto& what = p.state == State::numbered  ? text::paper_numbered
                       : p.state == State::drafted ? text::paper_drafted
                                                   : text::paper_only_signed;
    const bool again = fate == documents::Fate::again;
    const auto& becomes = !again                       ? text::paper_finished
                          : p.state == State::numbered ? text::paper_again_void
                          : p.state == State::drafted  ? text::paper_again
                                                       : text::paper_again_sign;
    items.add(what, becomes, again ? way.to("") : units::Heir{}, again, d.code);
    return true;
  });
  // Whoever had the right to sign there has it from that agency alone.
  for (const auto& right : documents::authorities(tx, way.unit, way.ended)) {
    items.add(text::signing_right, text::signing_right_lapses, way.to(""), false, right.decision);
  }
  base::DossierId after;
  for (std::size_t read = page; read == page;) {
    const auto issued = store::resolved_of(tx, way.unit, after, int(page));
    read = issued.size();
    for (const auto& d : issued) {
      after = d.id;
      items.add(text::paper_sealed, text::paper_handed_out, way.to(""), false, d.code);
    }
  }
}

void list_drafts(db::Tx& tx, const units::Way& way, units::Items& items) {
  const auto heir = way.to("");
  const auto& becomes = !heir.unit  ? text::form_stranded
                        : way.split ? text::form_chooses
                                    : text::form_follows;
  base::DraftId after;
  for (std::size_t read = page; read == page;) {
    const auto drafts = store::drafts_for(tx, way.unit, after, int(page));
    read = drafts.size();
    for (const auto id : drafts) {
      after = id;
      items.add(text::form_draft, becomes, heir, false);
    }
  }
}

}  // namespace

bool draft_again(const Office& office, db::Tx& tx, base::Instant now, const Dossier& d,
                 const documents::Document& paper) {
  const auto cards = casework::Casework::cards_of(tx, kind, d.id.value);
  if (cards.empty() || !documents::withdraw(tx, now, paper)) return false;
  office.casework.again(tx, now, cards.back().case_id, action::appraise);
  base::json::object facts = {{"code", d.code},
                              {"state", int(d.state)},
                              {"unit", d.unit.str()},
                              {"procedure", d.procedure},
                              {"channel", code(d.channel)},
                              {"was", code_of(paper.state)},
                              {"issuer", paper.unit.str()},
                              {"paper", paper.hash},
                              {"answering", answering(tx, d, now.local().date).str()}};
  if (d.due_at) facts["due_at"] = std::to_string(d.due_at->us);
  if (!paper.number.empty()) facts["void_number"] = paper.full_number();
  office.journal.append(tx, now,
                        {.act = crypto::random_token(),
                         .actor = {},
                         .verb = "one_stop.draft_again",
                         .subject_kind = std::string(kind),
                         .subject = d.id.value,
                         .facts = std::move(facts),
                         .law = ""});
  return true;
}

units::Mover papers_mover(const Office& office) {
  return {.name = "papers",
          .tables = {"documents_document", "documents_authority"},
          .ahead = false,
          .holds = false,
          .list = list_papers,
          .move = [office](db::Tx& tx, const units::Way& way, base::Instant now, int limit) {
            units::Tally tally;
            papers_of(
                tx, way,
                [&](const Dossier& dossier, const documents::Document& p, documents::Fate fate) {
                  if (fate != documents::Fate::again) return true;
                  const bool again = draft_again(office, tx, now, dossier, p);
                  if (again) ++tally[answering(tx, dossier, now.local().date)].rows;
                  return !again || --limit > 0;
                });
            return tally;
          }};
}

units::Mover drafts_mover() {
  return {.name = "drafts",
          .tables = {"one_stop_draft"},
          .ahead = false,
          .holds = false,
          .list = list_drafts,
          .move = {}};
}

}  // namespace one_stop
