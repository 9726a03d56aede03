// Papers made from a dossier: values for templates, and the three states of the result's bytes.
#include "services/one_stop/papers.hpp"

#include <fmt/format.h>

#include "base/fold.hpp"
#include "base/must.hpp"
#include "platform/pdf/render.hpp"
#include "platform/pdf/sign.hpp"
#include "services/one_stop/store.hpp"
#include "services/one_stop/text_paper.hpp"

namespace one_stop {
namespace {

using base::Lang;

// Papers speak Vietnamese whatever the reader's screen does.
std::string vi(const base::Text& text) { return std::string(text.vi); }

std::string day_words(base::Date day) {
  return base::fill(text::day_words, Lang::vi,
                    {{"day", fmt::format("{:02}", day.day())},
                     {"month", fmt::format("{:02}", day.month())},
                     {"year", std::to_string(day.year())}});
}

std::string moment_words(base::Instant at) {
  const auto local = at.local();
  return base::fill(text::moment_words, Lang::vi,
                    {{"hour", fmt::format("{:02}", local.hour())},
                     {"minute", fmt::format("{:02}", local.minute())},
                     {"day", day_words(local.date)}});
}

forms::Setting setting_of(const Sources& from, base::Instant now) {
  forms::Setting setting;
  setting.today = now.local().date;
  setting.communes = &from.communes;
  return setting;
}

// "Phường Ninh Kiều" -> "Ninh Kiều": the place a paper is dated at.
std::string place_of(const units::Unit& unit) {
  for (const std::string_view kind : {text::ward.vi, text::commune.vi}) {
    if (unit.name.vi.starts_with(kind)) return unit.name.vi.substr(kind.size() + 1);
  }
  return unit.name.vi;
}

std::string committee(const units::Unit& unit) {
  return base::fill(text::committee, Lang::vi, {{"unit", unit.name.vi}});
}

std::string components(const catalogue::Version& version) {
  std::string out;
  int number = 0;
  for (const auto& paper : version.papers) {
    if (!paper.required) continue;
    out += fmt::format("{}{}\t{}\t1\t{}", out.empty() ? "" : "\n", ++number, paper.name.vi,
                       catalogue::words(paper.kind).vi);
  }
  return out;
}

std::string fees(const std::optional<payments::Order>& order) {
  if (!order) return "";
  const bool paid = order->state == payments::State::paid;
  std::string out;
  for (const auto& line : order->lines) {
    out += fmt::format("{}{}\t{}\t{}", out.empty() ? "" : "\n", line.name.vi, line.amount.str(),
                       paid ? text::paid.vi : text::not_paid.vi);
  }
  return out;
}

pdf::Values slip_values(const Sources& from, base::Purpose& purpose, base::Instant now) {
  const auto& person = from.owner;
  return {{"agency_superior", committee(from.unit)},
          {"agency_name", base::fill(text::desk, Lang::vi, {{"unit", from.unit.name.vi}})},
          {"place", place_of(from.unit)},
          {"dossier_code", from.dossier.code},
          {"requester_name", person.name.open(purpose)},
          {"requester_id", person.number.open(purpose)},
          {"requester_address", person.residence.open(purpose)},
          {"requester_phone", phone_of(from, purpose, now)},
          {"requester_email", person.email.open(purpose)},
          {"procedure_name", from.version.name.vi},
          {"request_text", from.version.result.vi},
          {"receiver_name", from.receiver}};
}

void receipt_values(const Sources& from, pdf::Values& v) {
  const auto& d = from.dossier;
  const auto at = d.accepted_at.value_or(d.submitted_at);
  v["issued_date"] = day_words(at.local().date);
  v["components"] = components(from.version);
  v["sets"] = "01";
  v["legal_time"] = from.version.deadline.text.vi;
  v["received_at"] = d.accepted_at ? moment_words(at)
                                   : base::fill(text::not_received_yet, Lang::vi,
                                                {{"moment", moment_words(d.submitted_at)}});
  const auto& waiting = d.accepted_at ? text::due_after_payment : text::due_after_acceptance;
  v["due_at"] = d.due_at ? moment_words(*d.due_at) : vi(waiting);
  v["return_text"] = vi(text::return_online);
  v["fee_lines"] = fees(from.order);
}

void refusal_values(const Sources& from, base::Instant now, pdf::Values& v) {
  v["issued_date"] = day_words(now.local().date);
  v["refusal_reasons"] = from.dossier.reason;
}

void payment_values(const Sources& from, base::Purpose& purpose, pdf::Values& v) {
  base::must(from.order && from.order->paid_at);
  const auto& order = *from.order;
  std::string lines;
  int number = 0;
  for (const auto& line : order.lines) {
    lines += fmt::format("{}{}\t{}\t{}\t{}", lines.empty() ? "" : "\n", ++number, line.name.vi,
                         line.demo ? text::demo_basis.vi : text::council.vi, line.amount.str());
  }
  v["issued_date"] = day_words(order.paid_at->local().date);
  v["payment_code"] = order.confirmation;
  v["payer_name"] = from.owner.name.open(purpose);
  v["fee_lines"] = lines;
  v["total_text"] = order.total.str();
  v["total_words"] = base::in_words(order.total);
  v["paid_at"] = moment_words(*order.paid_at);
  v["paid_by"] = vi(text::cash);
  v["note"] = order.demo() ? vi(text::demo_note) : "";
  v["cashier_name"] = from.cashier;
}

std::string rendered(const pdf::Template& paper, const pdf::Values& values,
                     const std::string& author, base::Instant now) {
  auto made = pdf::render(paper, values, {.created = now, .author = author});
  if (!made)
    throw db::Failure("template line " + std::to_string(made.error().line) + ": " +
                      made.error().message.en);
  return std::move(*made);
}

}  // namespace

std::string phone_of(const Sources& from, base::Purpose& purpose, base::Instant now) {
  const auto said = forms::texts(*from.form, from.answers.open(purpose), setting_of(from, now));
  const auto typed = said.find("requester_phone");
  return typed == said.end() ? from.owner.phone.open(purpose) : typed->second;
}

Papers::Papers(db::Database& db, files::Store& files, documents::Keys keys, std::string public_url,
               std::string hotline)
    : db_(db),
      files_(files),
      keys_(std::move(keys)),
      public_url_(std::move(public_url)),
      hotline_(std::move(hotline)) {}

std::string Papers::lookup_url(const Dossier& d) const {
  return public_url_ + "/tra-cuu?ma=" + base::url_encoded(d.code);
}

std::string Papers::slip(const Sources& from, Slip which, base::Purpose& purpose,
                         base::Instant now) {
  const char* names[] = {"receipt-slip", "refusal-slip", "payment-confirmation"};
  auto values = slip_values(from, purpose, now);
  values["lookup_url"] = lookup_url(from.dossier);
  values["hotline"] = hotline_;
  switch (which) {
    case Slip::receipt:
      receipt_values(from, values);
      break;
    case Slip::refusal:
      refusal_values(from, now, values);
      break;
    case Slip::payment:
      payment_values(from, purpose, values);
      break;
  }
  const auto paper =
      db_.read([&](db::Tx& tx) { return documents::shared_template(tx, names[int(which)]); });
  if (!paper) throw db::Failure(std::string("no template ") + names[int(which)] + " was imported");
  return rendered(*paper, values, committee(from.unit), now);
}

Signer signer_of(const identity::Officer& holder) {
  return {holder.position.person, holder.name, holder.position};
}

Signer signer_of(const identity::Who& who, const identity::Position& office) {
  Signer out{who.person, who.name, office};
  for (const auto& own : who.positions) {
    if (own.acting_for) continue;
    if (out.own_title.vi.empty() || own.unit == office.unit) out.own_title = own.title;
    if (own.unit == office.unit) break;
  }
  return out;
}

// In the name of the committee, or by order or authorisation of its head; who signs for an absent
// holder writes the holder's office and then their own.
// [law: NĐ 30/2020 Đ.13, PL I.II.7]
void write_signature(const Signer& signer, pdf::Values& values) {
  const auto& absent = signer.office.acting_for;
  auto capacity = signer.office.title.vi;
  if (absent) {
    capacity = fmt::format("{}. {}", absent->signing, capacity);
    if (!signer.own_title.vi.empty()) capacity += "\n" + signer.own_title.vi;
  }
  if (!absent || absent->signing == "KT") values["signer_authority"] = vi(text::on_behalf);
  values["signer_capacity"] = std::move(capacity);
  values["signer_name"] = signer.name;
}

std::string Papers::draft(const Sources& from, const Signer& signer, base::Purpose& purpose,
                          base::Instant now) {
  const auto setting = setting_of(from, now);
  pdf::Values values;
  for (auto& [name, value] : forms::texts(*from.form, from.answers.open(purpose), setting)) {
    values[name] = value;
    values.emplace(name + "_text", value);
  }
  if (const auto periods = values.find("periods_text"); periods != values.end()) {
    values["period_text"] = periods->second;
  }
  values["agency_superior"] = committee(from.above);
  values["agency_name"] = committee(from.unit);
  values["place"] = place_of(from.unit);
  values["dossier_code"] = from.dossier.code;
  values["lookup_url"] = lookup_url(from.dossier);
  write_signature(signer, values);
  const auto source = db_.read([&](db::Tx& tx) {
    return catalogue::text_of(tx, from.version.id, catalogue::Part::result_template);
  });
  const auto paper = pdf::parse(source);
  base::must(bool(paper));  // it was read before it was published
  return rendered(*paper, values, committee(from.unit), now);
}

documents::Document Papers::stored_draft(const Sources& from, const Signer& signer,
                                         base::Purpose& purpose, base::Instant now) {
  documents::Document paper;
  paper.kind = "result";
  paper.subject_kind = "dossier";
  paper.subject = from.dossier.id.value;
  paper.unit = from.unit.id;
  paper.symbol = from.version.result_symbol;
  paper.file = files_.put(draft(from, signer, purpose, now));
  return paper;
}

std::string Papers::signed_by(const Sources& from, const Signer& signer, base::Purpose& purpose,
                              base::Instant now) {
  const auto agency = committee(from.unit);
  const auto key = keys_.of_person(signer.person, {signer.name, agency});
  return files_.put(pdf::sign(draft(from, signer, purpose, now), {.field = "signature",
                                                                  .key_pem = key.key_pem,
                                                                  .chain_pem = key.chain_pem,
                                                                  .name = signer.name,
                                                                  .organisation = agency,
                                                                  .reason = vi(text::sign_reason),
                                                                  .at = now,
                                                                  .look = pdf::Look::person,
                                                                  .fills = {}}));
}

std::string Papers::sealed(const documents::Document& paper, const units::Unit& unit,
                           base::Instant now) {
  base::must(paper.issued_on.has_value());
  const auto key = keys_.of_unit(unit.id, {committee(unit), committee(unit)});
  const auto place = place_of(unit) + ", " + day_words(*paper.issued_on);
  return files_.put(pdf::sign(
      bytes(paper),
      {.field = "seal",
       .key_pem = key.key_pem,
       .chain_pem = key.chain_pem,
       .name = committee(unit),
       .organisation = committee(unit),
       .reason = vi(text::seal_reason),
       .at = now,
       .look = pdf::Look::seal,
       .fills = {{"number", base::fill(text::number, Lang::vi, {{"number", paper.full_number()}})},
                 {"date", place}}}));
}

std::string Papers::bytes(const documents::Document& paper) const { return files_.get(paper.file); }

}  // namespace one_stop
