// The catalogue: every administrative procedure as published, dated, unchangeable versions.
//
// A version is data: names, papers, deadline, fees, form, flow, result. A dossier keeps the id of
// the version it was accepted under, so a later change never moves its deadline or its fee [law: NĐ
// 118/2025]. Nothing here is written again once published: the version in force on a day is the one
// with the latest `valid_from` not after it, the highest number among equals.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/json.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "engines/journal/journal.hpp"
#include "platform/db/db.hpp"

namespace catalogue {

// How sure the pack is of a value. Whatever is not `sourced` is shown as "dữ liệu minh họa, chờ
// thành phố xác nhận" (see `awaits_confirmation`).
enum class Confidence { sourced, known, uncertain };

// by_rule: the law names no number of days (campaigns, linked procedures).
enum class DeadlineUnit { working_day, day, same_day, by_rule };

struct Deadline {
  DeadlineUnit unit = DeadlineUnit::by_rule;
  int value = 0;
  std::string cutoff;           // "15:00": same-day results for what came before it; or empty
  int verify_working_days = 0;  // more, when another place must be asked
  base::Words text;             // as the law says it
  Confidence confidence = Confidence::uncertain;
};

enum class FeeKind { fee, charge, none };  // phí, lệ phí: two accounts, two receipts

struct Fee {
  FeeKind kind = FeeKind::none;
  base::Words name;
  std::optional<base::Dong> amount;  // nothing: fixed by the city council, not yet entered
  base::Words per;                   // "hồ sơ"
  base::Words note;
  bool is_demo = false;  // an invented amount, for demonstration only
  Confidence confidence = Confidence::uncertain;
};

enum class PaperKind { form, original, certified_copy, compare, present, photo };

struct Paper {
  std::string code;
  base::Words name;
  PaperKind kind = PaperKind::original;
  bool required = false;
  int originals = 0;
  int copies = 0;
  std::string replaced_by;  // the database that answers instead: "population"; or empty
  std::string required_if;  // a condition over the answers; or empty
};

enum class Level { commune, city };
enum class Channel { counter, online, post };
enum class ServiceLevel { whole, part };  // toàn trình, một phần

struct Field {
  std::string code;  // "HO_TICH"
  base::Words name;
  int procedures = 0;  // in force; only `fields` fills it
};

// What lists show.
struct Listed {
  base::VersionId id;
  std::string code;  // "1.004873", or a name of its own where no national code is known
  base::Words name;
  Field field;
  Level level = Level::commune;
  bool has_form = false;  // may be filled in and submitted here
};

struct Version : Listed {
  int number = 0;  // of this procedure, from 1
  base::Date valid_from;
  std::optional<base::Date> valid_to;  // last day
  bool national_code = false;
  base::Words agency;
  Deadline deadline;
  std::vector<Fee> fees;
  std::vector<Paper> papers;
  std::vector<Channel> channels;
  ServiceLevel service_level = ServiceLevel::part;
  int assurance_level = 0;  // how sure the resident's sign-in must be; 0: any
  std::vector<base::Words> legal_basis;
  base::Words result;
  base::Words result_validity;  // empty if the law says nothing
  std::string result_symbol;    // behind the number: "UBND-XNTTHN"; empty if it is not numbered
  Confidence confidence = Confidence::uncertain;
  std::string hash;  // of everything in it, SHA-256

  base::Dong fee_due() const;  // what is known to be owed per dossier
};

std::optional<Version> find(db::Tx& tx, std::string_view code, base::Date on);
std::optional<Version> version(db::Tx& tx, base::VersionId id);
std::vector<Listed> list(db::Tx& tx, std::string_view field_code, base::Date on);  // "": all
std::vector<Field> fields(db::Tx& tx, base::Date on);

// The heavy parts, each the text it was published with; "" if the version has none.
enum class Part { form, flow, result_template };
std::string text_of(db::Tx& tx, base::VersionId id, Part part);

base::Text words(Level level);
base::Text words(Channel channel);
base::Text words(ServiceLevel level);
base::Text words(PaperKind kind);
base::Text words(FeeKind kind);
base::Text awaits_confirmation();

}  // namespace catalogue
