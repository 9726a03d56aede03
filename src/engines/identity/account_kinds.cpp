// What two administrators do to an account: told to the second, and done when they confirm.
#include "engines/identity/account_desk.hpp"
#include "engines/identity/administering.hpp"
#include "engines/identity/store_accounts.hpp"
#include "engines/identity/store_second_factor.hpp"
#include "engines/identity/store_sessions.hpp"
#include "engines/identity/text.hpp"

namespace identity {
namespace {

using Request = TwoPersonRequest;
using Told = std::vector<std::pair<std::string, std::string>>;

Told told(db::Tx& tx, const Request& request, base::Lang lang) {
  const auto line = store::account_line(tx, request.concerned);
  const std::string login(base::json::text_at(request.facts, "login"));
  return {{std::string(text::officer.in(lang)),
           line ? line->name : officer_name(tx, request.concerned)},
          {std::string(text::login.in(lang)), line ? line->login : login}};
}

// Does it to the account if there still is one, ends its sessions, and tells.
TwoPerson::Kind on_account(
    journal::Journal& journal, std::string_view kind, const base::Text& title,
    const std::function<bool(db::Tx&, const Request&, const Visit&)>& change) {
  const auto carry_out = [&journal, change, verb = std::string(kind)](
                             db::Tx& tx, const Request& request, const Visit& visit) {
    const auto account = store::account_of(tx, request.concerned);
    if (account ? account->state == AccountState::ended : verb != open_account_kind) return false;
    if (!change(tx, request, visit)) return false;
    store::end_sessions(tx, request.concerned, 0, visit.now());
    journal.append(
        tx, visit.now(),
        {.act = "did-" + request.id.str(),
         .actor = visit.who()->actor(administering(*visit.who())),
         .verb = verb,
         .subject_kind = "person",
         .subject = request.concerned.value,
         .facts = {{"request", request.id.str()}, {"asked_by", request.asked_by.str()}}});
    return true;
  };
  return {std::string(kind), title, told, carry_out};
}

// False where it is so already.
bool becomes(db::Tx& tx, const Request& request, AccountState state) {
  if (store::account_of(tx, request.concerned)->state == state) return false;
  store::set_state(tx, request.concerned, state);
  return true;
}

// One password for a request, whose halves two people know.
std::string act_of(const Request& request) { return "two-" + request.id.str(); }

bool is_password(const Request& request) {
  return request.kind == give_password_kind || request.kind == open_account_kind;
}

}  // namespace

std::vector<TwoPerson::Kind> AccountDesk::kinds(journal::Journal& journal, Accounts& accounts) {
  const auto reset = [](db::Tx& tx, const Request& r, const Visit&) {
    return store::remove_factor(tx, r.concerned);
  };
  const auto end = [](db::Tx& tx, const Request& r, const Visit&) {
    store::remove_factor(tx, r.concerned);
    return becomes(tx, r, AccountState::ended);
  };
  const auto lock = [](db::Tx& tx, const Request& r, const Visit&) {
    return becomes(tx, r, AccountState::locked);
  };
  const auto unlock = [](db::Tx& tx, const Request& r, const Visit&) {
    return becomes(tx, r, AccountState::active);
  };
  const auto password = [](db::Tx& tx, const Request& r, const Visit& visit) {
    store::set_password(tx, r.concerned, r.prepared, true, visit.now());
    return true;
  };
  const auto open = [](db::Tx& tx, const Request& r, const Visit& visit) {
    const std::string login(base::json::text_at(r.facts, "login"));
    if (store::account_of(tx, r.concerned) || store::account(tx, login)) return false;
    store::insert_account(tx, {r.concerned, login, r.prepared, true}, visit.now());
    return true;
  };
  std::vector<TwoPerson::Kind> all = {
      on_account(journal, reset_factor_kind, text::reset_factor, reset),
      on_account(journal, end_account_kind, text::end_account, end),
      on_account(journal, lock_account_kind, text::lock_account, lock),
      on_account(journal, unlock_account_kind, text::unlock_account, unlock),
      on_account(journal, give_password_kind, text::give_password, password),
      on_account(journal, open_account_kind, text::open_account, open)};
  for (auto& kind : all) {
    if (kind.name != give_password_kind && kind.name != open_account_kind) continue;
    kind.prepare = [&accounts](const Request& request) {
      return accounts.hash(accounts.one_time_password(act_of(request)));
    };
  }
  return all;
}

std::optional<std::string> AccountDesk::half_of(db::Tx& tx, const Request& request,
                                                base::PersonId reader) const {
  if (request.state != Request::State::done || !is_password(request)) return std::nullopt;
  const auto line = store::account_line(tx, request.concerned);
  if (!line || !line->one_time) return std::nullopt;
  const auto halves = accounts_.one_time_halves(act_of(request));
  if (reader == request.asked_by) return halves[0];
  return reader == request.decided_by ? std::optional(halves[1]) : std::nullopt;
}

}  // namespace identity
