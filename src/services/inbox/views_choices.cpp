// Draws how a person wants to be told.
#include <algorithm>

#include "platform/ui/forms.hpp"
#include "platform/ui/panels.hpp"
#include "services/inbox/text.hpp"
#include "services/inbox/views.hpp"

namespace inbox::views {
namespace {

using base::Html;
using messages::Channel;

std::string t(const base::Text& text, base::Lang lang) { return std::string(text.in(lang)); }

Html state(const Choices& c) {
  if (!c.confirmed) return ui::paragraph(t(text::no_address_yet, c.lang));
  const auto tag = c.bounced ? ui::tag(ui::Tone::warn, t(text::bouncing, c.lang))
                             : ui::tag(ui::Tone::ok, t(text::confirmed, c.lang));
  std::vector<Html> parts = {ui::row({ui::figures(c.address), tag})};
  if (c.bounced) {
    parts.push_back(ui::note(ui::Tone::warn, base::fill(text::bounced_detail, c.lang,
                                                        {{"day", c.bounced->local().date.vn()}})));
  }
  parts.push_back(ui::form(
      "/tai-khoan/tin-nhan/bo-dia-chi", c.marks(),
      ui::button(
          {.label = t(text::forget, c.lang), .kind = ui::ButtonKind::secondary, .small = true})));
  return ui::stack(parts);
}

Html ask_code(const Choices& c) {
  auto fields = ui::paragraph(base::fill(text::code_waits, c.lang, {{"address", c.pending}}));
  fields += ui::text_input(c.lang,
                           {.name = "code",
                            .label = t(text::code, c.lang),
                            .hint = t(text::code_hint, c.lang),
                            .error = c.code_error,
                            .value = c.typed_code},
                           {.input_mode = "numeric",
                            .autocomplete = "one-time-code",
                            .narrow = true,
                            .figures = true,
                            .spellcheck = false});
  fields += ui::button({.label = t(text::confirm, c.lang)});
  return ui::form("/tai-khoan/tin-nhan/xac-nhan", c.marks(), fields);
}

Html ask_address(const Choices& c) {
  auto fields = ui::text_input(c.lang,
                               {.name = "address",
                                .label = t(c.confirmed ? text::new_address : text::address, c.lang),
                                .hint = t(text::address_hint, c.lang),
                                .error = c.address_error,
                                .value = c.typed_address},
                               {.type = "email", .autocomplete = "email", .spellcheck = false});
  const bool first = !c.confirmed && c.pending.empty();
  fields += ui::button({.label = t(text::send_code, c.lang),
                        .kind = first ? ui::ButtonKind::main : ui::ButtonKind::secondary});
  return ui::form("/tai-khoan/tin-nhan/dia-chi", c.marks(), fields);
}

Html address(const Choices& c) {
  std::vector<Html> parts;
  if (!c.mail) return ui::section(t(text::email, c.lang), t(text::no_mail, c.lang));
  if (c.stays) parts.push_back(ui::note(ui::Tone::info, t(text::stays, c.lang)));
  parts.push_back(state(c));
  if (!c.pending.empty()) parts.push_back(ask_code(c));
  parts.push_back(ask_address(c));
  return ui::section(t(text::email, c.lang), ui::stack(parts));
}

std::string hint_of(const messages::Kind& kind, base::Lang lang) {
  if (kind.can_be_refused()) return {};
  return t(kind.legal ? text::legal_hint : text::duty_hint, lang);
}

Html kinds(const Choices& c) {
  const auto lang = c.lang;
  auto fields = ui::radios(lang,
                           {.name = "ngon-ngu",
                            .label = t(text::language, lang),
                            .value = std::string(base::code(c.letters))},
                           {{"vi", t(text::vietnamese, lang)}, {"en", t(text::english, lang)}});
  for (const auto& one : c.kinds) {
    std::vector<ui::Choosable> ways = {{messages::code(Channel::mail), t(text::by_mail, lang)},
                                       {messages::code(Channel::inbox), t(text::by_inbox, lang)}};
    const bool refusable = one.kind->can_be_refused();
    if (refusable) ways.push_back({messages::code(Channel::nothing), t(text::not_at_all, lang)});
    const bool given = !refusable && one.channel == Channel::nothing;
    const auto chosen = given ? Channel::inbox : one.channel;
    fields += ui::select(lang,
                         {.name = field_of(*one.kind),
                          .label = t(one.kind->title, lang),
                          .hint = hint_of(*one.kind, lang),
                          .value = messages::code(chosen)},
                         ways);
  }
  fields += ui::button({.label = t(text::save, lang)});
  return ui::section(t(text::kinds, lang), ui::form("/tai-khoan/tin-nhan", c.marks(), fields));
}

Html quiet(const Choices& c) {
  const auto words = base::fill(text::quiet_detail, c.lang, {{"hours", c.quiet.str()}});
  return ui::section(t(text::quiet, c.lang), ui::paragraph(words));
}

}  // namespace

std::string field_of(const messages::Kind& kind) {
  auto name = "kind-" + std::string(kind.key);
  std::ranges::replace(name, '.', '-');
  return name;
}

Html choices(const Choices& c) {
  std::vector<Html> parts;
  std::vector<ui::Link> errors;
  if (!c.address_error.empty()) errors.push_back({c.address_error, "#address"});
  if (!c.code_error.empty())
    errors.push_back({c.code_error, c.pending.empty() ? "#main" : "#code"});
  if (!errors.empty()) parts.push_back(ui::error_summary(c.lang, errors));
  if (!c.notice.empty()) parts.push_back(ui::note(ui::Tone::ok, c.notice));
  parts.push_back(ui::paragraph(t(text::how_detail, c.lang)));
  parts.push_back(address(c));
  parts.push_back(kinds(c));
  parts.push_back(quiet(c));
  return ui::form_column(ui::stack(parts));
}

}  // namespace inbox::views
