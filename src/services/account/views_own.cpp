// Draws one's own account, its sessions, and the change of password.
#include "engines/identity/browser.hpp"
#include "platform/ui/forms.hpp"
#include "services/account/text.hpp"
#include "services/account/views.hpp"

namespace account::views {
namespace {

using base::Html;

// As people read it: 14/03/1996, or the bare year.
std::string shown_birth(const std::string& birth) {
  const auto date = base::Date::parse_iso(birth);
  return date ? date->vn() : birth;
}

std::string shown_gender(base::Lang lang, const std::string& gender) {
  if (gender.empty()) return "";
  return std::string((gender == "female" ? text::female : text::male).in(lang));
}

// 0912 345 678
std::string shown_phone(const std::string& phone) {
  if (phone.size() != 10) return phone;
  return phone.substr(0, 4) + " " + phone.substr(4, 3) + " " + phone.substr(7);
}

Html data(const Own& own) {
  const auto row = [&](const base::Text& key, const std::string& value) {
    return ui::SummaryRow{key.in(own.lang),
                          value.empty() ? text::unknown.in(own.lang) : std::string_view(value)};
  };
  const auto& d = own.data;
  auto out = ui::paragraph(base::fill(text::from_provider, own.lang, {{"provider", own.provider}}));
  out += ui::summary_list(
      own.lang,
      {row(text::person, d.name), row(text::number, d.number),
       row(text::birth, shown_birth(d.birth)), row(text::gender, shown_gender(own.lang, d.gender)),
       row(text::residence, d.residence), row(text::phone, shown_phone(d.phone)),
       row(text::email, d.email)});
  return ui::section(text::my_data.in(own.lang), out);
}

Html positions(const Own& own) {
  const auto title = text::my_positions.in(own.lang);
  if (own.held.empty()) return ui::section(title, text::no_positions.in(own.lang));
  ui::Table table;
  table.caption = title;
  table.row_headings = true;
  table.columns = {
      {text::office.in(own.lang)}, {text::unit.in(own.lang)}, {text::since.in(own.lang)}};
  for (const auto& one : own.held) {
    table.rows.push_back({one.title, one.unit, ui::figures(one.since.vn())});
  }
  return ui::section(title, ui::table(table));
}

// What a session may be recognised by, and the button that ends it.
Html session(const Own& own, const identity::Session& one) {
  std::vector<Html> parts = {ui::paragraph(
      base::fill(text::session_times, own.lang,
                 {{"opened", one.opened.local().vn()}, {"seen", one.seen.local().vn()}}))};
  if (one.id == own.current) {
    parts.push_back(ui::tag(ui::Tone::ok, text::this_one.in(own.lang)));
    return ui::stack(parts);
  }
  auto hidden = own.marks();
  hidden += ui::hidden("session", std::to_string(one.id));
  parts.push_back(ui::form("/tai-khoan/phien", hidden,
                           ui::button({.label = text::end_this.in(own.lang),
                                       .kind = ui::ButtonKind::secondary,
                                       .small = true})));
  return ui::stack(parts);
}

Html sessions(const Own& own) {
  std::vector<ui::SummaryRow> rows;
  for (const auto& one : own.sessions) {
    rows.push_back({identity::browser_name(one.browser, own.lang), session(own, one)});
  }
  auto out = ui::paragraph(text::sessions_detail.in(own.lang));
  out += ui::summary_list(own.lang, rows);
  if (own.sessions.size() > 1) {
    out += ui::form(
        "/tai-khoan/phien/khac", own.marks(),
        ui::button({.label = text::end_others.in(own.lang), .kind = ui::ButtonKind::secondary}));
  }
  return ui::section(text::my_sessions.in(own.lang), out);
}

// How an officer proves who they are.
Html proofs(const Own& own) {
  const auto since = own.factor ? base::fill(text::factor_since, own.lang,
                                             {{"day", own.factor->local().date.vn()}})
                                : std::string(text::factor_none.in(own.lang));
  const auto beside = [](std::string_view words, const base::Text& label, std::string_view to,
                         base::Lang lang) {
    auto out = ui::paragraph(words);
    out += ui::paragraph(ui::link({label.in(lang), std::string(to)}));
    return out;
  };
  return ui::section(
      text::proofs.in(own.lang),
      ui::summary_list(own.lang, {{text::password.in(own.lang),
                                   beside(text::password_own.in(own.lang), text::new_password,
                                          identity::new_password_path, own.lang)},
                                  {text::factor.in(own.lang),
                                   beside(since, own.factor ? text::factor_look : text::factor_set,
                                          identity::enrol_path, own.lang)}}));
}

Html speaks_for(const Own& own) {
  if (own.speaks_for.empty()) return {};
  std::vector<ui::SummaryRow> rows;
  for (const auto& one : own.speaks_for) {
    rows.push_back(
        {one.organisation, base::fill(text::speaks_since, own.lang,
                                      {{"capacity", one.capacity}, {"day", one.since.vn()}})});
  }
  return ui::section(text::speaks_for.in(own.lang), ui::summary_list(own.lang, rows));
}

Html absence(const Own& own) {
  return ui::section(
      text::absence.in(own.lang),
      ui::paragraph(ui::link({text::absence_link.in(own.lang), "/tai-khoan/uy-quyen"})));
}

Html own_data(const Own& own) {
  return ui::section(
      text::who_saw.in(own.lang),
      ui::stack(
          {ui::paragraph(text::who_saw_detail.in(own.lang)),
           ui::link_list({{text::my_data_link.in(own.lang), "/tai-khoan/du-lieu"},
                          {text::who_saw_link.in(own.lang), "/tai-khoan/du-lieu/ai-da-xem"}})}));
}

}  // namespace

Html own(const Own& own) {
  std::vector<Html> parts;
  if (!own.notice.empty()) parts.push_back(ui::note(ui::Tone::ok, own.notice));
  parts.push_back(own.officer ? positions(own) : data(own));
  if (own.officer) parts.push_back(absence(own));
  if (own.officer) parts.push_back(proofs(own));
  if (!own.officer) parts.push_back(speaks_for(own));
  parts.push_back(sessions(own));
  parts.push_back(own_data(own));
  parts.push_back(ui::form("/dang-xuat", own.marks(),
                           ui::button({.label = text::sign_out.in(own.lang),
                                       .kind = ui::ButtonKind::secondary,
                                       .before = "log-out"})));
  return ui::stack(parts);
}

Html new_password(const NewPassword& form) {
  const auto lang = form.lang;
  std::vector<ui::Link> errors;
  if (!form.refusal.empty()) errors.push_back({form.refusal, "#old"});
  if (!form.old_error.empty()) errors.push_back({form.old_error, "#old"});
  if (!form.new_error.empty()) errors.push_back({form.new_error, "#new"});
  std::vector<Html> parts;
  if (!errors.empty()) parts.push_back(ui::error_summary(lang, errors));
  if (form.must) parts.push_back(ui::note(ui::Tone::warn, text::must_change.in(lang)));
  auto fields = ui::text_input(
      lang, {.name = "old", .label = text::old_password.in(lang), .error = form.old_error},
      {.type = "password", .autocomplete = "current-password", .spellcheck = false});
  fields +=
      ui::text_input(lang,
                     {.name = "new",
                      .label = text::password_to_be.in(lang),
                      .hint = text::password_hint.in(lang),
                      .error = form.new_error},
                     {.type = "password", .autocomplete = "new-password", .spellcheck = false});
  fields += ui::button({.label = text::new_password.in(lang)});
  parts.push_back(ui::form(std::string(identity::new_password_path), form.marks, fields));
  return ui::stack(parts);
}

}  // namespace account::views
