// The office answers: a correction is written, an erasure carried out, or neither with the reason.
#include "engines/identity/administering.hpp"
#include "engines/identity/erasing.hpp"
#include "engines/identity/four_eyes.hpp"
#include "engines/identity/identity.hpp"
#include "engines/messages/forgetting.hpp"
#include "services/privacy/actions.hpp"
#include "services/privacy/store_consent.hpp"
#include "services/privacy/text_requests.hpp"

namespace privacy {
namespace {

base::Words words(const base::Text& text) { return {std::string(text.vi), std::string(text.en)}; }

}  // namespace

std::vector<messages::Kind> message_kinds() {
  using messages::Type;
  // [law: Luật 91/2025/QH15] who asks about their data is answered
  return {{answered_kind,
           text::told_answered,
           true,
           {{"code", Type::text},
            {"request", Type::words},
            {"outcome", Type::words},
            {"answer", Type::text}}}};
}

Actions::Done Actions::grant(identity::Visit& visit, RequestId id, const std::string& answer) {
  return decide(visit, id, State::done, answer);
}

Actions::Done Actions::refuse(identity::Visit& visit, RequestId id, const std::string& answer) {
  return decide(visit, id, State::refused, answer);
}

Actions::Done Actions::decide(identity::Visit& visit, RequestId id, State state,
                              const std::string& answer) {
  if (answer.empty()) return base::refuse(Trouble{Why::no_answer});
  return db_.write([&](db::Tx& tx) -> Done {
    if (journal::Journal::find_act(tx, visit.act())) return id;
    const auto request = store::find(tx, id);
    if (!request) return base::refuse(Trouble{Why::gone});
    const auto mine = visit.who()->actor(identity::administering(*visit.who()));
    if (identity::same_hand({.person = request->person}, mine)) {
      return base::refuse(Trouble{Why::own});
    }
    const bool grants = state == State::done;
    const bool erases = grants && request->kind == Kind::erasure;
    if (erases) {
      if (auto trouble = hindrance(tx, request->person, visit.now())) {
        return base::refuse(std::move(*trouble));
      }
    }
    if (!store::decide(tx, id, state, visit.who()->person, answer, visit.now())) {
      return base::refuse(Trouble{Why::decided});
    }
    base::json::object facts = {{"kind", code(request->kind)}, {"field", code(request->field)}};
    if (erases) {
      facts = erase(tx, request->person, visit.now());
    } else {
      if (grants && !correct(tx, visit, *request)) return base::refuse(Trouble{Why::changed});
      tell(tx, visit, *request, state, answer);
    }
    note(tx, visit, "privacy_request", id.value, grants ? "privacy.grant" : "privacy.refuse",
         std::move(facts));
    return id;
  });
}

// What is not the city's own to write (a declaration already sent, a number) the officer mends
// where it stands, and says so in the answer.
bool Actions::correct(db::Tx& tx, identity::Visit& visit, const Request& request) {
  if (request.field == Field::other) return true;
  const auto person = identity::person(tx, request.person);
  if (!person) return false;
  auto& purpose = visit.purpose("privacy.request", request.id.value);
  identity::PersonFacts facts{.name = person->name.open(purpose),
                              .birth = person->birth.open(purpose),
                              .gender = person->gender.open(purpose),
                              .ethnicity = person->ethnicity.open(purpose),
                              .nationality = person->nationality.open(purpose),
                              .residence = person->residence.open(purpose),
                              .phone = person->phone.open(purpose),
                              .email = person->email.open(purpose)};
  std::string* at[] = {&facts.name,      &facts.birth, &facts.gender,
                       &facts.residence, &facts.phone, &facts.email};
  *at[int(request.field)] = request.wanted.open(purpose);
  return identity::correct_person(tx, request.person, facts, person->version, visit.now());
}

// The values go, rows and ids stay: the journal and the ledger name the person by the number of a
// row only, so what they prove stays proven.
base::json::object Actions::erase(db::Tx& tx, base::PersonId person, base::Instant now) {
  contracts::Erased all;
  for (const auto& keeper : keepers_) {
    if (!keeper.erase) continue;
    auto one = keeper.erase(tx, person, now);
    all.values += one.values;
    all.files.insert(all.files.end(), one.files.begin(), one.files.end());
  }
  all.values += messages::forget(tx, person);
  const auto papers = store::forget(tx, person);
  all.files.insert(all.files.end(), papers.begin(), papers.end());
  store::withdraw_all(tx, person, now);
  identity::erase_person(tx, person, now);
  base::json::array names;
  for (const auto& file : all.files) {
    if (!file.empty()) names.emplace_back(file);
  }
  const auto files = std::int64_t(names.size());
  if (files > 0) jobs::add(db_, tx, now, remove_files_job, {{"files", std::move(names)}});
  return {{"kind", code(Kind::erasure)}, {"values", all.values}, {"files", files}};
}

void Actions::tell(db::Tx& tx, const identity::Visit& visit, const Request& request, State state,
                   const std::string& answer) {
  const bool erasure = request.kind == Kind::erasure;
  messages_.tell(
      tx, visit.now(),
      {.act = visit.act(),
       .to = request.person,
       .kind = answered_kind,
       .values = {{"code", request.code},
                  {"request", words(erasure ? text::kind_erasure : text::kind_correction)},
                  {"outcome", words(state == State::done ? text::done_state : text::refused_state)},
                  {"answer", answer}},
       .link = "/tai-khoan/du-lieu",
       .subject_kind = "privacy_request",
       .subject = request.id.value});
}

jobs::Kind Actions::removing(const files::Store& files) {
  return {.name = std::string(remove_files_job), .run = [&files](const jobs::Job& job) {
            for (const auto& name : base::json::array_at(job.facts, "files")) {
              files.remove(std::string_view(name.as_string()));
            }
          }};
}

}  // namespace privacy
