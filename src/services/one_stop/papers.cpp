// Papers made from a dossier: values for templates, and the three states of the result's bytes.
#include "services/one_stop/papers.hpp"

#include <fmt/format.h>

#include "base/fold.hpp"
#include "base/must.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/pdf/render.hpp"
#include "platform/pdf/sign.hpp"
#include "services/one_stop/slip.hpp"
#include "services/one_stop/store.hpp"
#include "services/one_stop/text_paper.hpp"

namespace one_stop {
namespace {

using base::Lang;

// Papers speak Vietnamese whatever the reader's screen does.
std::string vi(const base::Text& text) { return std::string(text.vi); }

using documents::day_words;

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

std::string place_of(const units::Unit& unit) { return documents::place_of(unit.name.vi); }

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
  // [law: NĐ 254/2026 Đ.22] who is exempt gets no receipt, but the article in words
  const auto state = order->state == payments::State::paid ? std::string(text::paid.vi)
                     : order->state == payments::State::exempt
                         ? base::fill(text::exempt.vi, {{"basis", order->exempt_by}})
                         : std::string(text::not_paid.vi);
  std::string out;
  for (const auto& line : order->lines) {
    out += fmt::format("{}{}\t{}\t{}", out.empty() ? "" : "\n", line.name.vi, line.amount.str(),
                       state);
  }
  return out;
}

pdf::Values slip_values(const Sources& from, base::Purpose& purpose, base::Instant now) {
  const auto& person = from.owner;
  return {{"place", place_of(from.unit)},
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
  base::must(d.accepted_at.has_value());
  v["issued_date"] = day_words(d.accepted_at->local().date);
  v["components"] = components(from.version);
  v["sets"] = "01";
  v["legal_time"] = from.version.deadline.text.vi;
  v["received_at"] = moment_words(*d.accepted_at);
  v["due_at"] = d.due_at ? moment_words(*d.due_at) : vi(text::due_after_payment);
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
  auto words = base::in_words(order.total);
  words.replace(0, 1, base::upper(words.substr(0, 1)));  // numerals begin with plain letters
  v["total_words"] = std::move(words);
  v["paid_at"] = moment_words(*order.paid_at);
  v["paid_by"] = vi(text::cash);
  v["note"] = order.demo() ? vi(text::demo_note) : "";
  v["cashier_name"] = from.cashier;
}

// What the rules of a paper may ask besides the form: whose paper it is, which day it is.
void tell_office(const Sources& from, base::Date today, forms::Told& facts) {
  facts.say("unit_kind", from.unit.kind);
  facts.say("unit_name", from.unit.name.vi);
  facts.say("above_name", from.above.name.vi);
  facts.say("paper_field", from.version.field.code);
  facts.today = today;
}

Papers::Made made(base::Result<std::string, pdf::Problem> paper) {
  if (paper) return std::move(*paper);
  return base::refuse(std::move(paper.error().message));
}

}  // namespace

std::string phone_of(const Sources& from, base::Purpose& purpose, base::Instant now) {
  const auto said = forms::told(*from.form, from.answers.open(purpose), setting_of(from, now));
  const auto typed = said.texts.find("requester_phone");
  return typed == said.texts.end() ? from.owner.phone.open(purpose) : typed->second;
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

Papers::Made Papers::slip(const Sources& from, Slip which, base::Purpose& purpose,
                          base::Instant now) {
  const char* names[] = {"receipt-slip", "refusal-slip", "payment-confirmation"};
  auto values = slip_values(from, purpose, now);
  const auto secret = slip::secret_made(db_, from.dossier.id);
  values["lookup_url"] = slip::opening(lookup_url(from.dossier), secret);
  values["slip_secret"] = slip::printed(secret);
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
  documents::Wording shared;
  const auto paper = db_.read([&](db::Tx& tx) {
    shared = documents::shared_wording(tx);
    return documents::shared_template(tx, names[int(which)]);
  });
  if (!paper) throw db::Failure(std::string("no template ") + names[int(which)] + " was imported");
  auto facts = forms::told(*from.form, from.answers.open(purpose), setting_of(from, now));
  for (auto& [name, value] : values) facts.say(name, std::move(value));
  tell_office(from, now.local().date, facts);
  return made(documents::make(*paper, shared, std::move(facts),
                              {.created = now, .author = committee(from.unit)}));
}

Papers::Made Papers::draft(const Sources& from, const documents::Signer& signer,
                           base::Purpose& purpose, base::Instant now) {
  auto facts = forms::told(*from.form, from.answers.open(purpose), setting_of(from, now));
  tell_office(from, now.local().date, facts);
  documents::tell(signer, facts);
  documents::Wording shared;
  const auto source = db_.read([&](db::Tx& tx) {
    shared = documents::shared_wording(tx);
    return catalogue::text_of(tx, from.version.id, catalogue::Part::result_template);
  });
  const auto paper = documents::read_template(source);
  base::must(bool(paper));  // it was read before it was published
  return made(documents::make(*paper, shared, std::move(facts),
                              {.created = now, .author = committee(from.unit)}));
}

base::Result<documents::Document, base::Words> Papers::stored_draft(const Sources& from,
                                                                    const documents::Signer& signer,
                                                                    base::Purpose& purpose,
                                                                    base::Instant now) {
  auto bytes = draft(from, signer, purpose, now);
  if (!bytes) return base::refuse(std::move(bytes.error()));
  documents::Document paper;
  paper.kind = "result";
  paper.subject_kind = "dossier";
  paper.subject = from.dossier.id.value;
  paper.unit = from.unit.id;
  paper.symbol = from.version.result_symbol;
  paper.hash = crypto::sha256_hex(*bytes);
  paper.file = files_.put(*bytes);
  return paper;
}

base::Result<Shown, base::Words> Papers::shown_to(const Sources& from,
                                                  const documents::Signer& signer,
                                                  base::Purpose& purpose) {
  base::must(from.result.has_value());
  auto bytes = draft(from, signer, purpose, from.result->drafted_at);
  if (!bytes) return base::refuse(std::move(bytes.error()));
  const auto hash = crypto::sha256_hex(*bytes);
  return Shown{std::move(*bytes), hash};
}

base::Result<Signed, Refusal> Papers::signed_by(const Sources& from,
                                                const documents::Signer& signer, const Shown& shown,
                                                std::string_view seen, base::Instant now) {
  if (shown.hash != seen) return base::refuse(Refusal::paper_changed);
  const auto agency = committee(from.unit);
  const auto key = keys_.of_person(signer.person, {signer.name, agency});
  return Signed{stored(pdf::sign(shown.bytes, {.field = "signature",
                                               .key_pem = key.key_pem,
                                               .chain_pem = key.chain_pem,
                                               .name = signer.name,
                                               .organisation = agency,
                                               .reason = vi(text::sign_reason),
                                               .at = now,
                                               .look = pdf::Look::person,
                                               .fills = {}})),
                shown.hash, from.result->file, from.unit.id};
}

documents::File Papers::sealed(const documents::Document& paper, base::Instant now) {
  base::must(paper.issued_on.has_value());
  const auto was_signed = bytes(paper);
  if (!paper.hash.empty() && crypto::sha256_hex(was_signed) != paper.hash) {
    throw files::Failure("file " + paper.file + " is not the paper that was signed");
  }
  const auto unit =
      db_.read([&](db::Tx& tx) { return units::find(tx, paper.unit, *paper.issued_on); });
  base::must(unit.has_value());
  const auto key = keys_.of_unit(unit->id, {committee(*unit), committee(*unit)});
  const auto place = place_of(*unit) + ", " + day_words(*paper.issued_on);
  return stored(pdf::sign(
      was_signed,
      {.field = "seal",
       .key_pem = key.key_pem,
       .chain_pem = key.chain_pem,
       .name = committee(*unit),
       .organisation = committee(*unit),
       .reason = vi(text::seal_reason),
       .at = now,
       .look = pdf::Look::seal,
       .fills = {{"number", base::fill(text::number, Lang::vi, {{"number", paper.full_number()}})},
                 {"date", place}}}));
}

documents::File Papers::stored(const std::string& bytes) const {
  return {files_.put(bytes), crypto::sha256_hex(bytes)};
}

std::string Papers::bytes(const documents::Document& paper) const { return files_.get(paper.file); }

}  // namespace one_stop
