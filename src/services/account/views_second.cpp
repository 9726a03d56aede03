// Draws the second step of signing in, enrolling, and the recovery codes.
#include "services/account/views_second.hpp"

#include "engines/identity/identity.hpp"
#include "engines/identity/second_factor.hpp"
#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "platform/ui/qr.hpp"
#include "services/account/text.hpp"
#include "services/account/text_second.hpp"

namespace account::views {
namespace {

using base::h;
using base::Html;

Html code_input(base::Lang lang, const std::string& error, bool heading = false) {
  return ui::text_input(lang,
                        {.name = "code",
                         .label = text::code.in(lang),
                         .hint = text::code_hint.in(lang),
                         .error = error,
                         .heading = heading},
                        {.input_mode = "numeric",
                         .autocomplete = "one-time-code",
                         .narrow = true,
                         .figures = true,
                         .length_max = 20,
                         .spellcheck = false});
}

// JBSW Y3DP EHPK 3PXP: in fours, to be typed.
std::string in_fours(const std::string& secret) {
  std::string out;
  for (std::size_t i = 0; i < secret.size(); ++i) {
    if (i > 0 && i % 4 == 0) out += ' ';
    out += secret[i];
  }
  return out;
}

Html errors(base::Lang lang, const std::string& error, std::string to = "#code") {
  return error.empty() ? Html() : ui::error_summary(lang, {{error, std::move(to)}});
}

}  // namespace

Html ask_code(const ui::Frame& frame, const CodeForm& form) {
  const auto lang = frame.lang;
  std::vector<Html> parts;
  if (!form.error.empty()) parts.push_back(errors(lang, form.error));
  parts.push_back(ui::heading(1, "", text::second_step.in(lang)));
  parts.push_back(ui::paragraph(text::second_step_detail.in(lang)));
  auto lost = ui::text_input(
      lang,
      {.name = "recovery", .label = text::recovery.in(lang), .hint = text::recovery_hint.in(lang)},
      {.autocomplete = "off", .narrow = true, .length_max = 40, .spellcheck = false});
  lost += ui::paragraph(text::no_recovery.in(lang));
  auto fields = code_input(lang, form.error);
  fields += ui::details(text::no_device.in(lang), lost);
  fields += ui::button({.label = text::sign_in.in(lang), .block = true});
  parts.push_back(ui::form(std::string(identity::second_step_path), form.marks, fields));
  parts.push_back(ui::paragraph(ui::link({text::begin_again.in(lang), "/dang-nhap/can-bo"})));
  return ui::sign_in_page(frame, {std::string(text::promise.in(lang)),
                                  std::string(text::promise_detail.in(lang)), ui::stack(parts)});
}

Html enrol(const Enrol& e) {
  const auto lang = e.lang;
  std::vector<Html> parts;
  if (!e.error.empty()) parts.push_back(errors(lang, e.error));
  if (e.must) parts.push_back(ui::note(ui::Tone::warn, text::must_enrol.in(lang)));
  if (e.demo && !e.must) parts.push_back(ui::note(ui::Tone::info, text::demo_enrol.in(lang)));
  parts.push_back(ui::paragraph(text::why_factor.in(lang)));
  parts.push_back(ui::stages(
      {{text::step_app.in(lang)}, {text::step_scan.in(lang)}, {text::step_type.in(lang)}}));
  parts.push_back(
      ui::qr_card({ui::qr_svg(e.address),
                   text::qr_words.in(lang),
                   {{text::key.in(lang), h("<code>{}</code>", in_fours(e.secret)), true},
                    {text::key_kind.in(lang), text::key_kind_value.in(lang), true}}}));
  auto fields = code_input(lang, e.error);
  fields += ui::button({.label = text::turn_on.in(lang)});
  parts.push_back(ui::form(std::string(identity::enrol_path), e.marks, fields));
  return ui::stack(parts);
}

namespace {

struct CodeAct {
  std::string_view name;  // of the form: "renew"
  std::string_view address;
  const base::Text& title;
  const base::Text& detail;
  ui::ButtonKind kind;
};

Html act_with_code(const Enrolled& e, const CodeAct& act) {
  const auto field = "code_" + std::string(act.name);
  const bool failed = e.failed == act.name;
  auto fields = ui::text_input(
      e.lang, {.name = field, .label = text::any_code.in(e.lang), .error = failed ? e.error : ""},
      {.autocomplete = "one-time-code", .narrow = true, .length_max = 40, .spellcheck = false});
  fields += ui::button({.label = act.title.in(e.lang), .kind = act.kind});
  auto body = ui::paragraph(act.detail.in(e.lang));
  body += ui::form(std::string(act.address), e.marks(), fields);
  return ui::section(act.title.in(e.lang), body);
}

}  // namespace

Html enrolled(const Enrolled& e) {
  const auto lang = e.lang;
  std::vector<Html> parts;
  if (!e.error.empty()) parts.push_back(errors(lang, e.error, "#code_" + std::string(e.failed)));
  if (!e.notice.empty()) parts.push_back(ui::note(ui::Tone::info, e.notice));
  parts.push_back(ui::summary_list(
      lang, {{text::factor.in(lang),
              base::fill(text::factor_since, lang, {{"day", e.since.local().date.vn()}})},
             {text::recovery.in(lang),
              base::fill(text::codes_left, lang, {{"count", std::to_string(e.codes_left)}})}}));
  parts.push_back(act_with_code(e, {"renew", "/tai-khoan/xac-thuc/ma-du-phong", text::renew,
                                    text::renew_detail, ui::ButtonKind::secondary}));
  if (e.must) {
    parts.push_back(ui::section(text::give_up.in(lang), text::kept_on.in(lang)));
  } else {
    parts.push_back(act_with_code(e, {"give_up", "/tai-khoan/xac-thuc/bo", text::give_up,
                                      text::give_up_detail, ui::ButtonKind::warning}));
  }
  return ui::stack(parts);
}

Html codes(base::Lang lang, const std::string& for_whom, const std::vector<std::string>& codes) {
  std::vector<ui::Stage> numbered;
  for (const auto& code : codes) numbered.push_back({code});
  return ui::stack({ui::note(ui::Tone::warn, text::codes_detail.in(lang)), ui::paragraph(for_whom),
                    ui::stages(numbered),
                    ui::button({.label = text::kept_codes.in(lang), .href = "/tai-khoan"})});
}

}  // namespace account::views
