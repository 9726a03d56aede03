// Draws signing in.
#include "services/account/views.hpp"

#include <fmt/format.h>

#include "platform/ui/forms.hpp"
#include "services/account/text.hpp"
#include "services/account/text_provider.hpp"

namespace account::views {
namespace {

using base::h;
using base::Html;

std::string with_path(std::string_view address, const std::string& path) {
  return fmt::format("{}?ve={}", address, base::url_encoded(path));
}

// The page beside the river, which both ways of signing in share.
Html beside_river(const ui::Frame& frame, Html main) {
  return ui::sign_in_page(frame,
                          {std::string(text::promise.in(frame.lang)),
                           std::string(text::promise_detail.in(frame.lang)), std::move(main)});
}

Html demo_list(base::Lang lang, const std::vector<DemoLogin>& demo) {
  std::vector<ui::SummaryRow> rows;
  for (const auto& one : demo) {
    const auto office =
        base::fill(text::demo_account, lang, {{"office", std::string(one.office.in(lang))}});
    rows.push_back({one.name, h("{}<code>{}</code>{}<code>{}</code>", office, one.login,
                                text::demo_password.in(lang), one.password)});
  }
  return ui::summary_list(lang, rows);
}

}  // namespace

Html choose(const ui::Frame& frame, const Options& options, const std::string& path) {
  const auto lang = frame.lang;
  const auto provider = options.provider.in(lang);
  auto main = ui::heading(1, "", text::sign_in.in(lang));
  main += ui::paragraph(ui::muted(text::choose.in(lang)));
  const auto& detail = options.simulated ? text::by_provider_simulated : text::by_provider_detail;
  main += ui::choices({{"user-round", base::fill(text::by_provider, lang, {{"provider", provider}}),
                        detail.in(lang), with_path("/dang-nhap/cong-dan", path), true},
                       {"building-2", text::by_password.in(lang), text::by_password_detail.in(lang),
                        with_path("/dang-nhap/can-bo", path), false}});
  main += h(R"(<p class="td-or">{}</p>)", text::or_else.in(lang));
  auto look_up = ui::paragraph(text::look_up_detail.in(lang));
  look_up += ui::link({text::look_up_link.in(lang), "/tra-cuu"});
  main += ui::details(text::look_up.in(lang), look_up);
  main += options.simulated ? ui::note(ui::Tone::warn, text::simulated.in(lang))
                            : ui::note(ui::Tone::info, text::level_two.in(lang));
  return beside_river(frame, std::move(main));
}

Html came_to_nothing(const ui::Frame& frame, const std::string& reason, const std::string& path) {
  auto main = ui::heading(1, "", text::not_signed_in.in(frame.lang));
  main += ui::paragraph(reason);
  main += ui::button(
      {.label = text::begin_again.in(frame.lang), .href = with_path(identity::sign_in_path, path)});
  return beside_river(frame, std::move(main));
}

Html raise(const ui::Frame& frame, const std::string& provider, int level,
           const std::string& path) {
  const auto lang = frame.lang;
  auto main = ui::heading(1, "", text::raise.in(lang));
  main += ui::paragraph(base::fill(text::raise_detail, lang,
                                   {{"level", std::to_string(level)}, {"provider", provider}}));
  main += ui::button_group(
      {ui::button(
           {.label = base::fill(text::by_provider, lang, {{"provider", provider}}),
            .href = fmt::format("{}&muc={}", with_path("/dang-nhap/cong-dan", path), level)}),
       ui::link({text::go_back.in(lang), "/ho-so"})});
  return beside_river(frame, std::move(main));
}

Html too_low(const ui::Frame& frame, const std::string& why) {
  auto main = ui::heading(1, "", text::raise.in(frame.lang));
  main += ui::paragraph(why);
  main += ui::button({.label = text::my_dossiers.in(frame.lang), .href = "/ho-so"});
  return beside_river(frame, std::move(main));
}

Html signed_out(const ui::Frame& frame, const std::string& provider, const std::string& address) {
  const auto lang = frame.lang;
  auto main = ui::heading(1, "", text::signed_out.in(lang));
  main += ui::paragraph(base::fill(text::signed_out_detail, lang, {{"provider", provider}}));
  main += ui::button_group(
      {ui::button({.label = base::fill(text::sign_out_there, lang, {{"provider", provider}}),
                   .href = address}),
       ui::link({text::home.in(lang), "/"})});
  return beside_river(frame, std::move(main));
}

Html officers(const ui::Frame& frame, const std::vector<DemoLogin>& demo,
              const PasswordForm& form) {
  const auto lang = frame.lang;
  std::vector<ui::Link> errors;
  if (!form.login_error.empty()) errors.push_back({form.login_error, "#login"});
  if (!form.password_error.empty()) errors.push_back({form.password_error, "#password"});
  if (!form.refusal.empty()) errors.push_back({form.refusal, "#login"});
  std::vector<Html> parts;
  if (!errors.empty()) parts.push_back(ui::error_summary(lang, errors));
  parts.push_back(ui::heading(1, "", text::officers.in(lang)));
  auto fields =
      ui::text_input(lang,
                     {.name = "login",
                      .label = text::login.in(lang),
                      .error = form.login_error,
                      .value = form.login},
                     {.autocomplete = "username", .length_max = 100, .spellcheck = false});
  fields += ui::text_input(
      lang, {.name = "password", .label = text::password.in(lang), .error = form.password_error},
      {.type = "password", .autocomplete = "current-password", .spellcheck = false});
  fields += ui::button({.label = text::sign_in.in(lang), .block = true});
  auto hidden = form.marks;
  hidden += ui::hidden("ve", form.path);
  parts.push_back(ui::form("/dang-nhap/can-bo", hidden, fields));
  parts.push_back(ui::paragraph(
      ui::link({text::other_ways.in(lang), with_path(identity::sign_in_path, form.path)})));
  if (!demo.empty()) {
    auto inside = ui::paragraph(text::demo_detail.in(lang));
    inside += demo_list(lang, demo);
    parts.push_back(ui::details(text::demo_accounts.in(lang), inside));
  }
  return beside_river(frame, ui::stack(parts));
}

}  // namespace account::views
