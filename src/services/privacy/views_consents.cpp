// What one may agree to, unticked, and what one agreed to.
#include <algorithm>

#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "services/privacy/text_consents.hpp"
#include "services/privacy/text_requests.hpp"
#include "services/privacy/views_own.hpp"

namespace privacy::views {
namespace {

using base::Html;

constexpr const char* address = "/tai-khoan/du-lieu/dong-y";

std::string t(const base::Text& text, base::Lang lang) { return std::string(text.in(lang)); }

const Consent* standing(const Consents& shown, const ConsentText& text) {
  const auto found = std::ranges::find_if(
      shown.given, [&](const Consent& one) { return one.kind == text.kind && !one.withdrawn_at; });
  return found == shown.given.end() ? nullptr : &*found;
}

Html withdrawing(const Consents& shown, const ConsentText& text, const Consent& given) {
  const auto lang = shown.lang;
  auto fields = shown.marks();
  fields += ui::hidden("kind", text.kind);
  fields += ui::hidden("what", "withdraw");
  const auto since = base::fill(
      text::agreed_since, lang,
      {{"time", given.given_at.local().vn()}, {"version", std::to_string(given.version)}});
  return ui::stack(
      {ui::note(ui::Tone::ok, since), ui::form(address, fields,
                                               ui::button({.label = t(text::withdraw_consent, lang),
                                                           .kind = ui::ButtonKind::secondary}))});
}

Html agreeing(const Consents& shown, const ConsentText& text) {
  const auto lang = shown.lang;
  auto hidden = shown.marks();
  hidden += ui::hidden("kind", text.kind);
  hidden += ui::hidden("version", std::to_string(text.version));
  auto fields = ui::checkbox(lang, {.name = "agree-" + text.kind,
                                    .label = t(text::agree_box, lang),
                                    .error = shown.error_kind == text.kind ? shown.error : ""});
  fields += ui::button({.label = t(text::agree, lang)});
  return ui::form(address, hidden, fields);
}

Html one(const Consents& shown, const ConsentText& text) {
  const auto* given = standing(shown, text);
  std::vector<Html> parts = {ui::paragraph(text.words.in(shown.lang))};
  if (given && given->version < text.version) {
    parts.push_back(ui::note(ui::Tone::warn, t(text::newer_words, shown.lang)));
  }
  if (given) parts.push_back(withdrawing(shown, text, *given));
  if (!given || given->version < text.version) parts.push_back(agreeing(shown, text));
  return ui::card({.body = ui::stack(parts), .title = text.title.in(shown.lang)});
}

Html history(const Consents& shown) {
  ui::Table table;
  table.caption = t(text::consent_history, shown.lang);
  table.row_headings = true;
  table.columns = {{t(text::consent_what, shown.lang)},
                   {t(text::consent_version, shown.lang), true},
                   {t(text::consent_from, shown.lang)},
                   {t(text::consent_to, shown.lang)}};
  for (const auto& one : shown.given) {
    if (!one.withdrawn_at) continue;
    table.rows.push_back({shown.title(one).in(shown.lang), ui::figures(std::to_string(one.version)),
                          ui::figures(one.given_at.local().vn()),
                          ui::figures(one.withdrawn_at->local().vn())});
  }
  if (table.rows.empty()) return {};
  return ui::section(t(text::consent_history, shown.lang), ui::table(table));
}

}  // namespace

Html consents(const Consents& shown) {
  const auto lang = shown.lang;
  std::vector<Html> parts;
  if (!shown.error.empty()) {
    parts.push_back(ui::error_summary(lang, {{shown.error, "#agree-" + shown.error_kind}}));
  }
  if (!shown.notice.empty()) parts.push_back(ui::note(ui::Tone::ok, shown.notice));
  parts.push_back(ui::paragraph(t(text::consents_detail, lang)));
  for (const auto& text : shown.texts) parts.push_back(one(shown, text));
  if (shown.texts.empty()) {
    parts.push_back(ui::empty_state({.icon = "circle-check", .title = t(text::no_consents, lang)}));
  }
  parts.push_back(history(shown));
  return ui::stack(parts);
}

}  // namespace privacy::views
