// Pages of the person whose dossier it is; the manifest lets nobody else in.
#include "services/one_stop/pages_citizen.hpp"

#include "services/one_stop/deadlines.hpp"
#include "services/one_stop/history.hpp"
#include "services/one_stop/slip.hpp"
#include "services/one_stop/store.hpp"
#include "services/one_stop/text.hpp"
#include "services/one_stop/views_citizen.hpp"

namespace one_stop {
namespace {

constexpr int list_max = 200;

std::string in(const base::Text& text, const identity::Visit& visit) {
  return std::string(text.in(visit.lang()));
}

// The paper, or a page that says why it cannot be made.
http::Response answer(const Parts& parts, const identity::Visit& visit, Papers::Made paper,
                      const std::string& name) {
  if (paper) return http::Response::file("application/pdf", std::move(*paper), name);
  const auto frame = parts.chrome.frame(visit, in(text::no_paper, visit));
  return http::Response::page(views::no_paper(frame, paper.error().in(visit.lang())), 409);
}

// The result as it would be drafted now, before anybody has proposed it.
std::optional<http::Response> preview(const Parts& parts, identity::Visit& visit,
                                      const Sources& from, std::string_view purpose_code) {
  const auto today = visit.now().local().date;
  const auto signer = parts.db.read([&](db::Tx& tx) { return first_signer(tx, from, today); });
  if (!signer) {
    const base::Words why{std::string(text::no_signer.vi), std::string(text::no_signer.en)};
    return answer(parts, visit, base::refuse(why), "");
  }
  auto& purpose = visit.purpose(purpose_code, from.dossier.id.value);
  return answer(parts, visit, parts.papers.draft(from, *signer, purpose, visit.now()),
                from.dossier.code + "-du-thao.pdf");
}

}  // namespace

http::Response CitizenPages::lookup(identity::Visit& visit) {
  views::Lookup shown;
  shown.typed = std::string(visit.fields().get("ma").substr(0, 60));
  shown.secret = std::string(visit.fields().get("bi-mat").substr(0, 40));
  shown.now = visit.now();
  const auto code = read_code(shown.typed);
  bool opens = false;
  if (code) {
    parts_.db.read([&](db::Tx& tx) {
      shown.found = store::by_code(tx, *code);
      opens = slip::opens(tx, shown.found, shown.secret);
    });
  }
  const bool own = shown.found && visit.who() && visit.who()->person == shown.found->owner;
  if (own) return http::Response::see_other("/ho-so/" + shown.found->code);
  const auto tried =
      code && !shown.secret.empty() ? this->tried(visit, *code, opens) : Tried::wrong;
  if (tried == Tried::right) {
    describe(shown);
  } else {
    shown.found.reset();
  }
  shown.too_many = tried == Tried::too_many;
  auto response = http::Response::page(
      views::lookup(parts_.chrome.frame(visit, in(text::lookup, visit)), shown),
      shown.too_many ? 429 : 200);
  return shown.too_many ? response.with("Retry-After", "600") : response;
}

void CitizenPages::describe(views::Lookup& shown) const {
  parts_.db.read([&](db::Tx& tx) {
    shown.time = calendar::load(tx);
    if (const auto version = catalogue::version(tx, shown.found->version))
      shown.title = version->name;
    const auto today = shown.now.local().date;
    const auto unit = units::find(tx, answering(tx, *shown.found, today), today);
    if (unit) shown.unit = unit->name;
  });
}

CitizenPages::Tried CitizenPages::tried(const identity::Visit& visit, std::string_view code,
                                        bool right) {
  const auto address = http::network_of(visit.request().remote);
  const std::string about(code);
  if (of_address_.over(address, visit.now())) return Tried::too_many;
  if (right) return Tried::right;
  const bool many = of_code_.over(about, visit.now());
  of_address_.wrong(address, visit.now());
  of_code_.wrong(about, visit.now());
  return many ? Tried::too_many : Tried::wrong;
}

http::Response CitizenPages::list(identity::Visit& visit) {
  views::List shown;
  shown.now = visit.now();
  parts_.db.read([&](db::Tx& tx) {
    shown.time = calendar::load(tx);
    for (auto& dossier : store::of_owner(tx, visit.who()->person, list_max)) {
      const auto version = catalogue::version(tx, dossier.version);
      shown.dossiers.push_back({std::move(dossier), version ? version->name : base::Words{}});
    }
    for (auto& draft : forms::drafts_of(tx, visit.now(), visit.who()->person)) {
      const auto version = catalogue::version(tx, draft.version);
      shown.drafts.push_back({std::move(draft), version ? version->name : base::Words{}});
    }
  });
  shown.marks = visit.marks();
  return http::Response::page(
      views::list(parts_.chrome.frame(visit, in(text::my_dossiers, visit)), shown));
}

http::Response CitizenPages::dossier(identity::Visit& visit) {
  views::Following shown;
  const auto found = parts_.db.read([&](db::Tx& tx) {
    const auto dossier = store::by_code(tx, visit.param("code"));
    if (!dossier) return false;
    shown.story = story_of(tx, parts_.casework, *dossier, visit.now().local().date);
    shown.order = payments::of(tx, "dossier", dossier->id.value);
    shown.time = calendar::load(tx);
    shown.answer_by = answer_by(tx, dossier->unit, dossier->submitted_at);
    const auto result = documents::of(tx, "result", "dossier", dossier->id.value);
    shown.has_result = result && result->state == documents::State::issued;
    if (const auto version = catalogue::version(tx, dossier->version)) shown.title = version->name;
    return true;
  });
  if (!found) return parts_.chrome.not_found(visit);
  shown.now = visit.now();
  shown.fresh = visit.fields().has("moi");
  const auto secret =
      parts_.db.read([&](db::Tx& tx) { return slip::secret(tx, shown.story.dossier.id); });
  shown.secret = slip::printed(secret);
  shown.lookup_url = slip::opening(parts_.papers.lookup_url(shown.story.dossier), secret);
  return http::Response::page(
      views::following(parts_.chrome.frame(visit, shown.story.dossier.code), shown));
}

http::Response CitizenPages::paper(identity::Visit& visit) {
  const auto dossier =
      parts_.db.read([&](db::Tx& tx) { return store::by_code(tx, visit.param("code")); });
  if (dossier && visit.param("paper") != "du-thao.pdf") {  // drafts are the office's own
    auto made = paper_of(parts_, visit, *dossier, visit.param("paper"), "one_stop.own_paper");
    if (made) return std::move(*made);
  }
  return parts_.chrome.not_found(visit);
}

std::optional<http::Response> paper_of(const Parts& parts, identity::Visit& visit,
                                       const Dossier& dossier, std::string_view name,
                                       std::string_view purpose_code) {
  const auto today = visit.now().local().date;
  auto from = parts.db.read([&](db::Tx& tx) { return sources_of(tx, dossier, today); });
  if (!from) return std::nullopt;
  const auto pdf = [&](std::string bytes) {
    return http::Response::file("application/pdf", std::move(bytes),
                                dossier.code + "-" + std::string(name));
  };
  const bool issued = from->result && from->result->state == documents::State::issued &&
                      !from->result->file.empty();  // erased when its time was over
  if (name == "ket-qua.pdf" && issued) {
    visit.purpose(purpose_code, dossier.id.value).opened(dossier.owner);
    return pdf(parts.papers.bytes(*from->result));
  }
  if (name == "du-thao.pdf" && from->result && !issued) {
    visit.purpose(purpose_code, dossier.id.value).opened(dossier.owner);
    return pdf(parts.papers.bytes(*from->result));
  }
  if (name == "du-thao.pdf" && !from->result) return preview(parts, visit, *from, purpose_code);
  using Slip = Papers::Slip;
  const bool refused = dossier.state == State::refused;
  const bool paid = from->order && from->order->state == payments::State::paid;
  std::optional<Slip> which;
  // A slip says that a dossier was received and when it is due: not before. [law: TT 03/2025 mẫu
  // 01]
  if (name == "giay-tiep-nhan.pdf" && dossier.accepted_at && !refused) which = Slip::receipt;
  if (name == "phieu-tu-choi.pdf" && refused) which = Slip::refusal;
  if (name == "xac-nhan-thu-tien.pdf" && paid) which = Slip::payment;
  if (!which) return std::nullopt;
  auto& purpose = visit.purpose(purpose_code, dossier.id.value);
  return answer(parts, visit, parts.papers.slip(*from, *which, purpose, visit.now()),
                dossier.code + "-" + std::string(name));
}

}  // namespace one_stop
