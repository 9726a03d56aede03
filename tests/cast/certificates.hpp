// Certificates of marital status: what people declare, the walk to the seal, the words on paper.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "cast/town.hpp"
#include "platform/pdf/tests/outside.hpp"

namespace cast {

using Given = std::vector<std::pair<std::string, std::string>>;

inline void give(forms::Answers& answers, const Given& given) {
  for (const auto& [key, value] : given) answers.set(key, value);
}

inline void give_day(forms::Answers& answers, const std::string& key, const char* d, const char* m,
                     const char* y) {
  give(answers, {{key + ".day", d}, {key + ".month", m}, {key + ".year", y}});
}

// Mai, who asks for herself: never married, for a loan.
inline forms::Answers mai() {
  forms::Answers answers;
  give(answers, {{"requester.requester_name", "Lâm Thị Sương Mai"},
                 {"requester.requester_phone", "0912345678"},
                 {"requester.relation", "SELF"},
                 {"subject.subject_name", "Lâm Thị Sương Mai"},
                 {"subject.subject_personal_id", "092195001417"},
                 {"subject.subject_residence.commune", "31135"},
                 {"subject.subject_residence.line", "12 đường Hai Bà Trưng"},
                 {"subject.subject_gender", "female"},
                 {"subject.subject_ethnic", "01"},
                 {"subject.subject_nationality", "VN"},
                 {"subject.subject_status", "SINGLE"},
                 {"subject.certify", "NOW"},
                 {"purpose.purpose", "LOAN"},
                 {"purpose.copies", "1"},
                 {"delivery.return_channel", "ONLINE"}});
  give_day(answers, "subject.subject_birth", "5", "2", "1995");
  return answers;
}

inline forms::Answers as_a_man(forms::Answers answers, const char* name) {
  give(answers, {{"requester.requester_name", name},
                 {"subject.subject_name", name},
                 {"subject.subject_gender", "male"}});
  return answers;
}

inline void add_end(forms::Answers& answers, const Given& given) {
  answers.set("subject.subject_status", "DIVORCED");
  answers.set("ended.entries", "1");
  for (const auto& [key, value] : given) answers.set("ended.0." + key, value);
}

inline void add_period(forms::Answers& answers, int number, const char* from, const char* to,
                       const char* status, const std::string& place = "7 đường Nguyễn Trãi") {
  const auto key = "periods." + std::to_string(number) + ".";
  const auto day = [&](const char* name, const char* iso) {
    const std::string text = iso;
    give(answers, {{key + name + ".year", text.substr(0, 4)},
                   {key + name + ".month", text.substr(5, 2)},
                   {key + name + ".day", text.substr(8, 2)}});
  };
  answers.set("subject.certify", "PAST");
  answers.set("periods.entries", std::to_string(number + 1));
  day("period_from", from);
  day("period_to", to);
  give(answers, {{key + "period_residence.commune", "31120"},
                 {key + "period_residence.line", place},
                 {key + "period_status", status}});
}

// The whole walk of one paper, from the form to the seal.
inline std::string issued(cast::Town& town, const forms::Answers& answers) {
  const auto dossier =
      town.submits(town.lan, "form-" + std::to_string(town.db.next_id()), answers).value();
  REQUIRE(town.actions.accept(town.act(town.minh), town.task(dossier)));
  REQUIRE(town.actions.propose(town.act(town.duyen), town.task(dossier), "đủ điều kiện",
                               town.draft(dossier)));
  const auto was_signed = town.signed_by(dossier, town.hoa, town.ward);
  REQUIRE(town.actions.approve(town.act(town.hoa), town.task(dossier), was_signed));
  const auto seal = [&](const documents::Document& paper) {
    return town.papers.sealed(paper, town.now);
  };
  REQUIRE(town.actions.number_and_seal(town.act(town.thu), town.task(dossier), was_signed.file.hash,
                                       seal));
  return town.bytes(dossier);
}

inline std::string on_one_line(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\f';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

// Line by line as on the page, then in the order it was written, column after column.
inline std::string text_of(const std::string& pdf) {
  const outside::Folder folder;
  const auto file = folder.put("paper.pdf", pdf);
  return outside::run("pdftotext -layout " + file + " -").text +
         outside::run("pdftotext -raw " + file + " -").text;
}

inline void check_says(const std::string& text, std::initializer_list<const char*> lines) {
  CAPTURE(text);
  const auto flat = on_one_line(text);
  for (const auto* line : lines) {
    CAPTURE(line);
    CHECK(outside::contains(flat, line));
  }
}

}  // namespace cast
