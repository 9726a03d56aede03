// One switch for each kind of thing that is said.
#include "services/privacy/words.hpp"

#include "services/privacy/text_consents.hpp"
#include "services/privacy/text_requests.hpp"

namespace privacy {
namespace {

using base::Lang;

std::string t(const base::Text& text, Lang lang) { return std::string(text.in(lang)); }

std::string said(const contracts::Hold& hold, Lang lang) {
  using contracts::HoldKind;
  if (hold.kind == HoldKind::represents) return t(text::represents, lang);
  if (hold.kind == HoldKind::kept_for_now) {
    return base::fill(text::held_unsaid, lang, {{"code", hold.code}});
  }
  if (!hold.passes) return base::fill(text::held_open_unknown, lang, {{"code", hold.code}});
  const auto& words = hold.kind == HoldKind::open ? text::held_open : text::held_kept;
  return base::fill(words, lang, {{"code", hold.code}, {"day", hold.passes->vn()}});
}

}  // namespace

base::Words both(const base::Text& text) { return {std::string(text.vi), std::string(text.en)}; }

std::string said(Kind kind, Lang lang) {
  return t(kind == Kind::erasure ? text::kind_erasure : text::kind_correction, lang);
}

std::string said(Field field, Lang lang) {
  const base::Text* all[] = {&text::name,  &text::birth, &text::gender, &text::residence,
                             &text::phone, &text::email, &text::other,  &text::whole};
  return t(*all[int(field)], lang);
}

std::string said_value(Field field, const std::string& kept, Lang lang) {
  if (field == Field::gender && kept == "male") return t(text::male, lang);
  if (field == Field::gender && kept == "female") return t(text::female, lang);
  const auto day = field == Field::birth ? base::Date::parse_iso(kept) : std::nullopt;
  return day ? day->vn() : kept;
}

std::string said(const Trouble& trouble, Lang lang) {
  switch (trouble.why) {
    case Why::gone:
      return t(text::gone, lang);
    case Why::own:
      return t(text::own, lang);
    case Why::decided:
      return t(text::decided, lang);
    case Why::waiting:
      return t(text::already_waiting, lang);
    case Why::no_words:
      return t(text::no_words, lang);
    case Why::wrong_value:
      return t(text::wrong_value, lang);
    case Why::wrong_paper:
      return t(text::wrong_paper, lang);
    case Why::unread_paper:
      return t(text::unread_paper, lang);
    case Why::busy:
      return t(text::busy, lang);
    case Why::secret:
      return base::fill(text::secret, lang, {{"basis", trouble.basis}});
    case Why::no_answer:
      return t(text::no_answer, lang);
    case Why::changed:
      return t(text::changed, lang);
    case Why::officer:
      return t(text::holds_office, lang);
    case Why::too_often:
      return base::fill(text::too_often, lang, {{"times", std::to_string(takes_a_day_max)}});
    case Why::asked_too_often:
      return base::fill(text::asked_too_often, lang, {{"times", std::to_string(asks_a_day_max)}});
    case Why::not_ticked:
      return t(text::not_ticked, lang);
    case Why::held:
      return said(trouble.hold, lang);
  }
  return "";
}

base::Html tag_of(State state, Lang lang) {
  switch (state) {
    case State::waiting:
      return ui::tag(ui::Tone::info, t(text::waiting_state, lang));
    case State::done:
      return ui::tag(ui::Tone::ok, t(text::done_state, lang));
    case State::refused:
      return ui::tag(ui::Tone::bad, t(text::refused_state, lang));
    case State::withdrawn:
      break;
  }
  return ui::tag(ui::Tone::idle, t(text::withdrawn_state, lang));
}

base::Html due_of(const Request& request, const calendar::WorkingTime& time, base::Instant now,
                  Lang lang) {
  if (request.state != State::waiting) return {};
  const auto due = request.next_due();
  if (!due) return base::h("{}", t(text::no_due, lang));
  const auto left = calendar::time_left(time, now, due, lang);
  return ui::due_badge(left.kind, left.words, due->local().vn());
}

}  // namespace privacy
