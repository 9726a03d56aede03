// What a clerk writes: templates of papers, the sentences they share, and the words of messages.
#include "engines/messages/template.hpp"
#include "engines/documents/wording.hpp"
#include "engines/messages/messages.hpp"
#include "fuzz.hpp"

namespace {

forms::Told facts() {
  forms::Told told;
  told.say("subject_status", "WIDOWED");
  told.say("subject_name", "Thạch Thị Sa Rinh");
  told.today = *base::Date::of(2026, 11, 22);
  for (const auto* place : {"Cái Khế", "Ô Môn"}) {
    told.entries["periods"].emplace_back().say("place", place);
  }
  return told;
}

void say(const documents::Wording& wording) {
  for (const auto& name : documents::asked_for(wording)) fuzz::holds(!name.empty());
  auto told = facts();
  if (const auto said = documents::say(wording, told); !said) fuzz::holds(said.error().line >= 1);
}

}  // namespace

void fuzz::one(std::string_view bytes) {
  if (const auto paper = documents::read_template(bytes)) {
    say(paper->wording);
  } else {
    holds(paper.error().line >= 0 && !paper.error().message.vi.empty());
  }
  if (const auto wording = documents::read_wording(bytes)) say(*wording);
  const std::vector<messages::Hole> holes = {{"code", messages::Type::text},
                                             {"name", messages::Type::text}};
  const auto message = messages::read_template(bytes, holes);
  if (!message) return holds(!message.error().message.vi.empty());
  const messages::Values values = {{"code", std::string("H13")}, {"name", std::string("Lan")}};
  holds(messages::misfit(holes, values).empty());
  (void)messages::filled(message->vi, values, base::Lang::vi);
}
