// Reading a right to sign out of titles, delegations and decisions.
#include "engines/documents/authority.hpp"

#include <array>

#include "base/fold.hpp"
#include "engines/documents/documents.hpp"
#include "engines/documents/store_authority.hpp"
#include "engines/documents/text.hpp"

namespace documents {
namespace {

constexpr std::array<std::string_view, 4> codes = {"OWN", "ASSIGNED", "DELEGATED", "BY_ORDER"};

enum class Post { head, acting_head, deputy, other };

forms::Told facts_of(const units::Unit& unit, std::string_view field, base::Date day) {
  forms::Told facts{.today = day};
  facts.say("unit_kind", unit.kind);
  facts.say("unit_name", unit.name.vi);
  facts.say("paper_field", std::string(field));
  return facts;
}

// What the shared wording says of one name in this case; "" if nothing.
std::string said(const Wording& shared, forms::Told facts, const std::string& name) {
  if (!say(shared, facts)) return "";
  const auto found = facts.texts.find(name);
  return found == facts.texts.end() ? "" : found->second;
}

// "Phó Chủ tịch Ủy ban nhân dân phường" where the head is a "Chủ tịch".
Post post_of(std::string_view title, const std::string& head) {
  const auto named = base::lower(title);
  const auto begins = [&](const std::string& words) {
    return named.starts_with(base::lower(words));
  };
  if (head.empty()) return Post::other;
  if (begins(head)) return Post::head;
  if (begins(std::string(text::deputy.vi) + " " + head)) return Post::deputy;
  for (const auto& word : text::acting) {
    if (begins(std::string(word.vi) + " " + head)) return Post::acting_head;
  }
  return Post::other;
}

const identity::Position* own_office(const identity::Who& who, base::UnitId unit) {
  const identity::Position* first = nullptr;
  for (const auto& own : who.positions) {
    if (own.acting_for) continue;
    if (own.unit == unit) return &own;
    if (!first) first = &own;
  }
  return first;
}

// For an absent holder. A deputy's assignment is not passed on. [law: NĐ 30/2020 Đ.13.3]
std::optional<Signer> standing_in(const identity::Who& who, const identity::Position& office,
                                  const units::Unit& unit, const std::string& head) {
  if (post_of(office.title.vi, head) != Post::head) return std::nullopt;
  const auto* own = own_office(who, unit.id);
  Signer out{who.person, who.name, Basis::delegated, own ? own->title : base::Words{}};
  const auto& signing = office.acting_for->signing;
  if (signing == "TL") out.basis = Basis::by_order;
  if (signing != "KT") return out;
  const bool deputy = own && own->unit == unit.id && post_of(own->title.vi, head) == Post::deputy;
  if (!deputy) return std::nullopt;  // only a deputy signs for the head
  out.basis = Basis::assigned;
  return out;
}

std::optional<Signer> in_own_office(db::Tx& tx, const identity::Who& who,
                                    const identity::Position& office, const units::Unit& unit,
                                    std::string_view field, base::Date day,
                                    const std::string& head) {
  Signer out{who.person, who.name, Basis::own, office.title};
  const auto post = post_of(office.title.vi, head);
  if (post == Post::acting_head) out.acting = true;
  if (post == Post::head || post == Post::acting_head) return out;
  for (const auto& one : authorities(tx, unit.id, day)) {
    const bool fits = one.person == who.person && (one.field.empty() || one.field == field);
    if (!fits || (one.basis == Basis::assigned && post != Post::deputy)) continue;
    out.basis = one.basis;
    out.decision = one.decision;
    return out;
  }
  return std::nullopt;
}

}  // namespace

std::string_view code(Basis basis) { return codes[std::size_t(basis)]; }

std::optional<Basis> basis_of(std::string_view code) {
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (codes[i] == code) return Basis(i);
  }
  return std::nullopt;
}

base::Result<AuthorityId, AuthorityRefusal> grant(db::Database& db, db::Tx& tx,
                                                  const SigningAuthority& authority) {
  using enum AuthorityRefusal;
  if (authority.basis == Basis::own) return base::refuse(no_basis);
  if (authority.decision.empty()) return base::refuse(no_decision);
  if (authority.basis == Basis::delegated && !authority.to) return base::refuse(no_end);
  if (authority.to && *authority.to < authority.from) return base::refuse(reversed);
  auto kept = authority;
  kept.id = db.fresh<AuthorityId>();
  store::insert(tx, kept);
  return kept.id;
}

std::vector<SigningAuthority> authorities(db::Tx& tx, base::UnitId unit, base::Date day) {
  return store::authorities(tx, unit, day);
}

std::optional<Signer> signer(db::Tx& tx, const identity::Who& who, const identity::Position& office,
                             const units::Unit& unit, std::string_view field, base::Date day) {
  const auto shared = shared_wording(tx);
  auto facts = facts_of(unit, field, day);
  const auto head = said(shared, facts, "head_post");
  auto out = office.acting_for ? standing_in(who, office, unit, head)
                               : in_own_office(tx, who, office, unit, field, day, head);
  if (!out) return std::nullopt;
  tell(*out, facts);
  if (said(shared, std::move(facts), "signer_block").empty()) return std::nullopt;
  return out;
}

void tell(const Signer& signer, forms::Told& facts) {
  facts.say("signer_name", signer.name);
  facts.say("signer_basis", std::string(code(signer.basis)));
  facts.say("signer_post", signer.post.vi);
  facts.values["signer_acting"] = signer.acting;
}

}  // namespace documents
