// Money on the page of a procedure: what is owed through which channel and in which case. Amounts
// that are alternatives are never added up.
#include <algorithm>

#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "services/portal/text_fees.hpp"
#include "services/portal/views.hpp"

namespace portal::views {
namespace {

using base::fill;
using base::h;
using base::Html;
using base::Lang;
using base::Text;
using catalogue::Channel;
using catalogue::Fee;
using catalogue::FeeKind;
using catalogue::FeeTerms;
using catalogue::Terms;
using catalogue::Version;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

std::string with_per(base::Dong amount, const base::Words& per, Lang lang) {
  if (per.vi.empty()) return amount.str();
  return fill(text::fee_amount_per, lang, {{"amount", amount.str()}, {"per", per.in(lang)}});
}

std::string amount_of(const Fee& fee, Lang lang) {
  if (fee.kind == FeeKind::none) return t(text::fee_free, lang);
  if (!fee.amount) return fee.note.vi.empty() ? t(text::fee_not_known, lang) : fee.note.in(lang);
  if (fee.amount->amount == 0) return t(text::fee_free, lang);
  return with_per(*fee.amount, fee.per, lang);
}

// What is owed together: sums of what is counted alike, then what nobody knows yet.
std::string together(const std::vector<const Fee*>& fees, Lang lang) {
  std::vector<std::pair<base::Words, base::Dong>> sums;
  std::vector<std::string> parts;
  for (const auto* fee : fees) {
    if (!fee->amount || fee->amount->amount == 0) continue;
    auto same = std::ranges::find(sums, fee->per, &std::pair<base::Words, base::Dong>::first);
    if (same == sums.end()) same = sums.insert(same, {fee->per, base::Dong{}});
    same->second = same->second + *fee->amount;
  }
  for (const auto& [per, sum] : sums) parts.push_back(with_per(sum, per, lang));
  for (const auto* fee : fees) {
    auto unknown = fee->amount ? std::string() : amount_of(*fee, lang);
    if (!unknown.empty() && !std::ranges::count(parts, unknown)) parts.push_back(unknown);
  }
  std::string out;
  for (const auto& part : parts)
    out = out.empty() ? part : fill(text::fee_and, lang, {{"one", out}, {"other", part}});
  return out.empty() ? t(text::fee_free, lang) : out;
}

Text through(const std::vector<Channel>& channels) {
  if (channels.size() > 1) return text::through_offline;
  return channels.front() == Channel::online    ? text::through_online
         : channels.front() == Channel::counter ? text::through_counter
                                                : text::through_post;
}

// Channels with the same to pay stand in one line.
struct Way {
  std::vector<Channel> channels;
  std::string text;
};
std::vector<Way> ways(const Version& v, const Terms& terms, Lang lang) {
  std::vector<Way> out;
  for (const auto channel : {Channel::online, Channel::counter, Channel::post}) {
    if (std::ranges::find(v.channels, channel) == v.channels.end()) continue;
    auto text = together(catalogue::fees_due(v, terms, channel), lang);
    const bool offline = channel != Channel::online;
    const bool same = !out.empty() && out.back().text == text &&
                      (offline || out.back().channels.front() == Channel::online);
    if (same)
      out.back().channels.push_back(channel);
    else
      out.push_back({{channel}, std::move(text)});
  }
  return out;
}

Html small(const std::string& line) {
  return h(R"(<br><span class="td-muted td-small">{}</span>)", line);
}

std::vector<ui::Content> row(const Fee& fee, const FeeTerms& terms, Lang lang) {
  Html name = h("{}", fee.name.in(lang));
  for (const auto& one : terms.exempt) {
    name = h("{}{}", name,
             small(fill(text::fee_exempt, lang, {{"who", one.who.in(lang)}, {"law", one.law}})));
  }
  if (!fee.note.vi.empty() && fee.amount) name = h("{}{}", name, small(fee.note.in(lang)));
  if (fee.is_demo) name = h("{}{}", name, small(t(text::demo_amount, lang)));
  std::string where = terms.when.in(lang);
  if (!terms.channels.empty()) {
    where += (where.empty() ? "" : ". ") + t(through(terms.channels), lang);
  }
  return {name, where.empty() ? t(text::fee_always, lang) : where, amount_of(fee, lang)};
}

}  // namespace

std::vector<std::string> fee_lines(const Version& v, const Terms& terms, Lang lang) {
  std::vector<std::string> cases, out;
  for (std::size_t i = 0; i < v.fees.size(); ++i) {
    const auto& when = terms.fees[i].when;
    if (!when.vi.empty()) cases.push_back(when.in(lang) + ": " + amount_of(v.fees[i], lang));
  }
  const bool always = cases.size() < v.fees.size() || v.fees.empty();
  const auto all = ways(v, terms, lang);
  if (always && all.size() == 1) out.push_back(all.front().text);
  if (always && all.size() != 1) {
    for (const auto& way : all) out.push_back(t(through(way.channels), lang) + ": " + way.text);
  }
  out.insert(out.end(), cases.begin(), cases.end());
  return out;
}

Html fees(const Version& v, const Terms& terms, Lang lang) {
  if (v.fees.empty()) return {};
  ui::Table table{.caption = t(text::fee, lang),
                  .columns = {{t(text::fee_item, lang)},
                              {t(text::fee_case, lang)},
                              {t(text::fee_amount, lang), true}},
                  .rows = {}};
  for (std::size_t i = 0; i < v.fees.size(); ++i) {
    table.rows.push_back(row(v.fees[i], terms.fees[i], lang));
  }
  return ui::section(t(text::fee, lang), ui::table(table));
}

}  // namespace portal::views
