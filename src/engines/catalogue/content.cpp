// Reading a procedure.json: every member with the bounds it must keep.
#include "engines/catalogue/content.hpp"

#include "engines/catalogue/text.hpp"
#include "engines/rules/feel/feel.hpp"

namespace catalogue {
namespace {

using reading::Need;
using reading::Object;
template <class E>
using Pair = std::pair<std::string_view, E>;

constexpr Pair<Confidence> confidences[] = {{"sourced", Confidence::sourced},
                                            {"known", Confidence::known},
                                            {"uncertain", Confidence::uncertain}};
constexpr Pair<DeadlineUnit> deadline_units[] = {{"working_day", DeadlineUnit::working_day},
                                                 {"day", DeadlineUnit::day},
                                                 {"same_day", DeadlineUnit::same_day},
                                                 {"by_rule", DeadlineUnit::by_rule}};
constexpr Pair<FeeKind> fee_kinds[] = {
    {"fee", FeeKind::fee}, {"charge", FeeKind::charge}, {"none", FeeKind::none}};
constexpr Pair<PaperKind> paper_kinds[] = {{"form", PaperKind::form},
                                           {"original", PaperKind::original},
                                           {"certified_copy", PaperKind::certified_copy},
                                           {"compare", PaperKind::compare},
                                           {"present", PaperKind::present},
                                           {"photo", PaperKind::photo}};
constexpr Pair<Level> levels[] = {{"commune", Level::commune}, {"city", Level::city}};
constexpr Pair<Channel> channels[] = {
    {"counter", Channel::counter}, {"online", Channel::online}, {"post", Channel::post}};
constexpr Pair<ServiceLevel> service_levels[] = {{"whole", ServiceLevel::whole},
                                                 {"part", ServiceLevel::part}};

Confidence confidence(Object& o) {
  return o.choice<Confidence>("confidence", confidences, Confidence::uncertain);
}

bool is_clock(std::string_view text) {
  return text.size() == 5 && base::Local::parse_iso("2000-01-01T" + std::string(text));
}

Deadline deadline(Object o) {
  Deadline d;
  d.unit = o.choice<DeadlineUnit>("unit", deadline_units, DeadlineUnit::by_rule);
  const bool counted = d.unit == DeadlineUnit::working_day || d.unit == DeadlineUnit::day;
  d.value =
      int(o.number("value", counted ? 1 : 0, counted ? 366 : 0, counted ? Need::must : Need::may));
  d.cutoff = o.text("cutoff", Need::may);
  if (!d.cutoff.empty() && !is_clock(d.cutoff)) o.complain("cutoff", text::bad_clock);
  d.verify_working_days = int(o.number("verify_working_days", 0, 60, Need::may));
  d.text = o.words("text");
  d.confidence = confidence(o);
  o.text("note", Need::may);  // for those who keep the pack, not shown
  o.nothing_else();
  return d;
}

std::vector<Channel> channels_of(Object& o, Need need = Need::must) {
  std::vector<Channel> out;
  for (const auto& name : o.texts("channels", 3, need)) {
    const auto* known = std::find_if(std::begin(channels), std::end(channels),
                                     [&](const auto& c) { return c.first == name; });
    if (known == std::end(channels))
      o.complain("channels", text::bad_channel, {{"given", name}});
    else
      out.push_back(known->second);
  }
  return out;
}

Fee fee(Object& o, FeeTerms& terms) {
  Fee f;
  f.kind = o.choice<FeeKind>("kind", fee_kinds, FeeKind::none);
  f.name = o.words("name");
  if (o.has("amount")) f.amount = base::Dong{o.number("amount", 0, 1'000'000'000)};
  o.raw("amount");
  f.per = o.words("per", Need::may);
  terms.when = o.words("when", Need::may);
  terms.channels = channels_of(o, Need::may);
  for (auto& item : o.objects("exempt", 20, Need::may)) {
    terms.exempt.push_back({item.words("who"), item.text("law")});
    item.nothing_else();
  }
  f.note = o.words("note", Need::may);
  f.is_demo = o.flag("demo");
  f.confidence = confidence(o);
  o.nothing_else();
  return f;
}

// A code with its name, put there when the pack was gathered; older versions have the code alone.
void database(Object& o, Paper& p, PaperTerms& terms) {
  const auto* given = o.raw("replaced_by");
  if (!given || given->is_string()) {
    p.replaced_by = o.text("replaced_by", Need::may);
    return;
  }
  auto known = o.object("replaced_by");
  p.replaced_by = known.text("code");
  terms.database = known.words("name");
  known.nothing_else();
}

Paper paper(Object& o, PaperTerms& terms) {
  Paper p;
  p.code = o.text("code");
  p.name = o.words("name");
  p.kind = o.choice<PaperKind>("kind", paper_kinds, PaperKind::original);
  p.required = o.flag("required");
  p.originals = int(o.number("originals", 0, 99, Need::may));
  p.copies = int(o.number("copies", 0, 99, Need::may));
  terms.when = o.words("when", Need::may);
  database(o, p, terms);
  p.required_if = o.text("required_if", Need::may);
  if (!p.required_if.empty()) {
    const auto parsed = feel::compile_open(p.required_if);
    if (!parsed) {
      const auto& why = parsed.error().front();
      o.complain("required_if", text::bad_rule,
                 {{"column", std::to_string(why.place.column)}, {"why", why.words.vi}});
    }
  }
  o.nothing_else();
  return p;
}

bool is_code(std::string_view code) {
  const auto allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-";
  return code.size() <= 60 && code.find_first_not_of(allowed) == code.npos;
}

void heading(Object& o, Version& v) {
  v.code = o.text("code");
  if (!v.code.empty() && !is_code(v.code)) o.complain("code", text::bad_code);
  v.national_code = o.flag("national_code");
  v.name = o.words("name");
  auto field = o.object("field");
  v.field.code = field.text("code");
  v.field.name = field.words("name");
  field.nothing_else();
  v.level = o.choice<Level>("level", levels, Level::commune);
  v.agency = o.words("agency");
  v.confidence = confidence(o);
  v.valid_from = o.date("valid_from").value_or(base::Date{});
  v.valid_to = o.date("valid_to", Need::may);
  if (v.valid_to && *v.valid_to < v.valid_from) o.complain("valid_to", text::ends_before);
}

void outcome(Object o, Version& v) {
  v.result = o.words("name");
  v.result_validity = o.words("validity", Need::may);
  v.result_symbol = o.text("symbol", Need::may);
  o.text(kTemplateFile, Need::may);
  o.nothing_else();
}

}  // namespace

Content read_whole(const base::json::value& content, reading::Flaws& flaws) {
  Object o(content, "", flaws);
  Content read;
  auto& v = read.version;
  heading(o, v);
  v.deadline = deadline(o.object("deadline"));
  for (auto& item : o.objects("fees", 20)) {
    v.fees.push_back(fee(item, read.terms.fees.emplace_back()));
  }
  for (auto& item : o.objects("papers", 60)) {
    v.papers.push_back(paper(item, read.terms.papers.emplace_back()));
  }
  v.channels = channels_of(o);
  v.service_level = o.choice<ServiceLevel>("service_level", service_levels, ServiceLevel::part);
  v.assurance_level = int(o.number("assurance_level", 0, 3, Need::may));
  for (auto& law : o.texts("legal_basis", 40)) v.legal_basis.push_back({std::move(law), ""});
  outcome(o.object("result"), v);
  o.text(kFormFile, Need::may);
  o.text(kFlowFile, Need::may);
  o.raw("note");
  o.nothing_else();
  return read;
}

Version read_content(const base::json::value& content, reading::Flaws& flaws) {
  return read_whole(content, flaws).version;
}

}  // namespace catalogue
