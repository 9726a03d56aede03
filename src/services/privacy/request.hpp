// What a person asks about their data, and by when the law wants it done. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "base/json.hpp"
#include "base/personal.hpp"
#include "engines/calendar/calendar.hpp"

namespace privacy {

using RequestId = base::Id<struct PrivacyRequestTag>;

enum class Kind { correction, erasure };
enum class State { waiting, done, refused, withdrawn };
// What a correction is about; whole: the erasure of everything.
enum class Field { name, birth, gender, residence, phone, email, other, whole };

std::string_view code(Kind kind);
std::optional<Kind> kind_of(std::string_view code);
std::string_view code(State state);
std::optional<State> state_of(std::string_view code);
std::string_view code(Field field);
std::optional<Field> field_of(std::string_view code);
// What may be asked to be corrected, in the order it is offered.
const std::vector<Field>& correctable();

// The value as it is kept ("17/5/1990" -> "1990-05-17", "Nữ" -> "female"); nothing: it is none.
std::optional<std::string> value_of(Field field, std::string_view typed);

struct Request {
  RequestId id;
  std::string code;  // "DL-2026-0001"
  base::PersonId person;
  Kind kind = Kind::correction;
  Field field = Field::other;
  base::Personal<std::string> wanted = {};  // the right value, as it is kept
  base::Personal<std::string> words = {};   // what is wrong, or why it should go
  std::string paper = {};                   // that shows it, in the file store; "" none
  std::string paper_type = {};              // "application/pdf"
  State state = State::waiting;
  base::Instant asked_at = {};
  std::optional<base::Instant> reply_by = {}, due_at = {};  // none: no rule of that day
  std::optional<base::Instant> decided_at = {};
  base::Personal<std::string> answer = {};  // of the office

  // The first of the two: an answer comes before it is carried out.
  std::optional<base::Instant> next_due() const { return reply_by ? reply_by : due_at; }
};

// The rule in force on a day, from the setting "personal_data".
// [law: NĐ 356/2025/NĐ-CP]
struct Terms {
  int reply_working_days = 0;
  int correction_days = 0;
  int erasure_days = 0;
  std::string basis;
  bool sourced = false;  // else the numbers await confirmation, and the page says so
};
std::optional<Terms> terms_on(const base::json::object& setting, base::Date day);
// When the whole is due that was asked then.
base::Instant due(const Terms& terms, const calendar::WorkingTime& time, base::Instant asked,
                  Kind kind);

// The law by which papers marked secret may not enter, as it is called on a day; "" not known.
std::string secrecy_basis(const base::json::object& setting, base::Date day);

// What is wrong with packs/…/personal-data.json, for who imports it; "" if nothing.
std::string flaw_in_settings(const base::json::object& settings);

inline constexpr std::string_view pdf_type = "application/pdf";
// "%PDF-…" -> pdf_type; PNG and JPEG too. Nothing: none of these.
std::optional<std::string> paper_type(std::string_view bytes);

}  // namespace privacy
