#include "services/one_stop/paper_values.hpp"

#include "engines/forms/examine.hpp"

namespace one_stop {
namespace {

documents::Supply supply_of(const forms::Named& named) {
  documents::Supply out;
  out.texts = named.texts;
  out.values = named.values;
  for (const auto& [section, entry] : named.entries) out.entries[section] = supply_of(entry);
  return out;
}

// The answers of whatever form stand beside them.
documents::Supply with_office(const pdf::Supplied& texts) {
  auto out = office_values();
  out.texts.insert(texts.begin(), texts.end());
  out.open = true;
  return out;
}

}  // namespace

documents::Supply office_values() {
  documents::Supply out;
  for (const auto* name : {"unit_kind", "unit_name", "above_name", "paper_field", "signer_name",
                           "signer_basis", "signer_post"}) {
    out.texts[name] = true;
    out.values[name] = {feel::Kind::text};
  }
  out.values["signer_basis"].codes = {"OWN", "ASSIGNED", "DELEGATED", "BY_ORDER"};
  out.values["signer_acting"] = {feel::Kind::boolean};
  return out;
}

std::map<std::string, documents::Supply> slip_values() {
  const pdf::Supplied shared = {

      {"place", true},
      {"dossier_code", true},
      {"requester_name", true},
      {"requester_id", false},
      {"requester_address", false},
      {"requester_phone", false},
      {"requester_email", false},
      {"procedure_name", true},
      {"request_text", true},
      {"lookup_url", true},
      {"slip_secret", true},
      {"slip_secret", true},
      {"hotline", true},
      {"issued_date", true}};
  const auto with = [&](pdf::Supplied more) {
    more.insert(shared.begin(), shared.end());
    return with_office(more);
  };
  return {{"receipt-slip", with({{"components", true},
                                 {"sets", true},
                                 {"legal_time", true},
                                 {"received_at", true},
                                 {"due_at", true},

                                 {"fee_lines", false},
                                 {"receiver_name", false}})},
          {"refusal-slip", with({{"refusal_reasons", true}, {"receiver_name", true}})},
          {"payment-confirmation", with({{"payment_code", true},
                                         {"payer_name", true},
                                         {"fee_lines", true},
                                         {"total_text", true},
                                         {"total_words", true},
                                         {"paid_at", true},
                                         {"paid_by", true},
                                         {"note", false},
                                         {"cashier_name", true}})}};
}

documents::Supply result_values(const forms::Definition& form) {
  auto out = supply_of(forms::named(form));
  const auto office = office_values();
  out.texts.insert(office.texts.begin(), office.texts.end());
  out.values.insert(office.values.begin(), office.values.end());
  return out;
}

}  // namespace one_stop
