// Mistakes that people make in a pack, each refused with its file, its line and what to write.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "app/commands/commands.hpp"
#include "app/commands/examine_pack.hpp"
#include "support/folder.hpp"

namespace {

namespace fs = std::filesystem;

const std::string kProcedure = "procedures/1.004873/procedure.json";
const std::string kForm = "procedures/1.004873/form.json";
const std::string kFlow = "flows/commune-certificate.bpmn";
const std::string kTemplate = "templates/marital-status-certificate.template";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A copy of the city's pack to make mistakes in, and a city to try it on.
struct Clerk {
  Clerk() : ground(folder.path() + "/city", ""), pack(fs::path(folder.path()) / "pack") {
    afresh();
  }

  void afresh() {
    fs::remove_all(pack);
    fs::copy(fs::path(TAYDO_SOURCE_DIR) / "packs/cantho", pack, fs::copy_options::recursive);
  }
  void change(const std::string& file, std::string_view from, std::string_view to) {
    auto text = read(pack / file);
    const auto at = text.find(from);
    const auto where = file + ": " + std::string(from);
    REQUIRE_MESSAGE(at != text.npos, where);
    text.replace(at, from.size(), to);
    std::ofstream(pack / file, std::ios::binary) << text;
  }
  // The line on which a text stands first; 1 for none.
  int line(const std::string& file, std::string_view marker) {
    const auto text = read(pack / file);
    const auto at = marker.empty() ? text.npos : text.find(marker);
    return at == text.npos ? 1 : 1 + int(std::count(text.begin(), text.begin() + long(at), '\n'));
  }
  std::vector<catalogue::PackProblem> examine() { return app::examine_pack(ground, pack.string()); }

  support::Folder folder;
  app::Ground ground;
  fs::path pack;
};

std::string told(const std::vector<catalogue::PackProblem>& problems) {
  std::string out;
  for (const auto& one : problems) {
    out += one.file + ":" + std::to_string(one.line) + ": " + one.message.en + "\n";
  }
  return out;
}

struct Mistake {
  std::string file, from, to;  // what is written instead of what
  std::string marker;          // stands on the line that is blamed, after the change
  std::string says;            // the mend
  std::string blamed = {};     // another file than the one that was changed
};

const std::vector<Mistake> mistakes = {
    // What a template prints
    {kTemplate, "value subject_name ", "value sujbect_name ", "sujbect_name",
     "Write “subject_name”"},
    {kTemplate, "value signer_name ", "value singer_name ", "singer_name", "Write “signer_name”"},
    {kTemplate, "value subject_birth ", "value partner_name | x\nvalue subject_birth ",
     "partner_name", "not used"},
    {kTemplate, "field Nơi cư trú |", "field Nơi cư trú {partner_name} |", "field Nơi cư trú",
     "“partner_name” is not declared"},
    {kTemplate, "agency {heading_agency}", "agency {heading_agenci}", "{heading_agenci}",
     "“heading_agenci” is not declared"},
    {kTemplate, "title Giấy", "titel Giấy", "titel", "There is no “titel” in this place"},
    {kTemplate, "  seal\n", "", "", "needs an empty “seal”"},
    {kTemplate, "  sign\n", "", "", "needs an empty “sign”"},
    {kTemplate, "  number\n", "  number Số: 1\n", "", "needs an empty “number”"},
    // Its sentences
    {kTemplate, R"(when subject_gender = "male" | ông)", R"(when subject_gendr = "male" | ông)",
     "subject_gendr", "Write “subject_gender”"},
    {kTemplate, R"(when subject_gender = "male" | ông)", R"(when subject_gender = "man" | ông)",
     "\"man\"", "Write one of: male, female"},
    {kTemplate, "when count(periods) > 0", "when periods > 0", "periods > 0", "write “in”"},
    {kTemplate, "| UBND {unit_name}", "| UBND {unit_nam}", "{unit_nam}", "Write “unit_name”"},
    {kTemplate, "joined ended |", "joined endet |", "joined endet", "one with repeat"},
    {kTemplate, R"(when today() >= date("2025-07-01"))", R"(when today() >= "2025-07-01")",
     "today() >= \"2025", "Write a day as date("},
    {"templates/signing.wording", "when unit_kind in", "when unit_kin in", "unit_kin in",
     "Write “unit_kind”"},
    {"templates/receipt-slip.template", "value    hotline ", "value    hotlin ", "hotlin ",
     "Write “hotline”"},
    {"templates/receipt-slip.template", "optional fee_lines", "value    fee_lines",
     "value    fee_lines", "Declare it optional"},
    {"templates/incident-notification.template", "optional late", "value    late", "value    late",
     "Declare it optional"},
    {"templates/messages/one_stop.ready.template", "{procedure}", "{procedur}", "{procedur}",
     "procedur"},
    // Flows
    {kFlow, "one_stop.appraise", "one_stop.apraise", "id=\"appraise\"",
     "Write one of: one_stop.receive"},
    {kFlow, "taydo:role=\"SPECIALIST\"", "taydo:role=\"SPECIALST\"", "id=\"appraise\"",
     "takes no tasks. Write one of: INTAKE_OFFICER"},
    {kFlow, "taydo:role=\"CLERK\"", "taydo:role=\"REPORTER\"", "id=\"seal\"", "takes no tasks"},
    {kFlow, "taydo:role=\"CLERK\"", "taydo:rol=\"CLERK\"", "id=\"seal\"",
     "There is no attribute taydo:rol"},
    {kFlow, "taydo:hours=\"16\"", "taydo:hours=\"160\"", "\"deadline\"", "Lower taydo:hours",
     kProcedure},
    {kFlow, "taydo:hours=\"16\"", "taydo:hours=\"16h\"", "id=\"appraise\"",
     "must be a number of office hours"},
    {kFlow, R"(outcome = "accept")", R"(outcome = "accepted")", "= \"accepted\"",
     "Write one of: accept, refuse"},
    {kFlow, "fee_due &gt; 0", "fee_du &gt; 0", "fee_du ", "Write “fee_due”"},
    {kFlow, "fee_due &gt; 0", R"(fee_due = "yes")", "fee_due = ", "Both sides must be of one type"},
    {kFlow, "fee_due &gt; 0", "fee_due &gt;", "fee_due &gt;", "A value is missing"},
    {kFlow, "sourceRef=\"payable\" targetRef=\"to_appraise\"/>",
     "sourceRef=\"payable\" targetRef=\"to_appraise\"><bpmn:conditionExpression>fee_due = 0"
     "</bpmn:conditionExpression></bpmn:sequenceFlow>",
     "id=\"payable\"", "has no default way"},
    {kFlow, "sourceRef=\"collect_fee\" targetRef=\"to_appraise\"",
     "sourceRef=\"collect_fee\" targetRef=\"appraisal\"", "targetRef=\"appraisal\"",
     "Correct sourceRef or targetRef"},
    {kFlow, "sourceRef=\"seal\" targetRef=\"return_result\"",
     "sourceRef=\"seal\" targetRef=\"end\"", "id=\"return_result\"",
     "“return_result” is never reached"},
    {kFlow, "sourceRef=\"return_result\" targetRef=\"end\"", "sourceRef=\"seal\" targetRef=\"end\"",
     "id=\"return_result\"", "leads nowhere"},
    {kFlow, "targetRef=\"collect_fee\"", "targetRef=\"sign\"", "id=\"sign\"",
     "Put it after one_stop.appraise"},
    {kFlow, "sourceRef=\"signed\" targetRef=\"seal\"",
     "sourceRef=\"signed\" targetRef=\"return_result\"", "id=\"return_result\"",
     "Put it after one_stop.seal"},
    {kFlow, "taydo:title_en=\"Appraise\"", "", "id=\"appraise\"", "Add taydo:title_en"},
    {kFlow, "<bpmn:userTask id=\"seal\"", "<bpmn:scriptTask/><bpmn:userTask id=\"seal\"",
     "scriptTask", "use userTask"},
    {kFlow, "</bpmn:process>", "", "", "Open it in a BPMN editor"},
    // The form
    {kForm, R"("required_if": "purpose = \"OTHER\"")", R"("required_if": "purpose = \"OTHR\"")",
     "OTHR", "Write one of: MARRIAGE"},
    {kForm, R"("required_if": "purpose = \"OTHER\"")", R"("required_if": "purpse = \"OTHER\"")",
     "purpse =", "Write “purpose”"},
    {kForm, R"("required_if": "purpose = \"OTHER\"")", R"("required_if": "purpose_other = \"x\"")",
     "purpose_other =", "depends on itself"},
    {kForm, R"("required_if": "purpose = \"OTHER\"")", R"("required_if": "purpose == 'OTHER'")",
     "purpose ==", "asked with one “=”"},
    {kForm, R"("show_if": "purpose.purpose = \"MARRIAGE\"")",
     R"("show_if": "purpose.purpose = \"MARRIAGE\" or \"LOAN\"")", "LOAN\\\"\"",
     "Write the whole comparison"},
    {kForm, R"("show_if": "subject.certify = \"PAST\"")",
     R"("show_if": "subject.certify = \"PASTE\"")", "PASTE", "Write one of:"},
    {kForm, "age(subject.subject_birth, today()) >= 18",
     R"(subject.subject_birth >= \"2000-01-01\")", "2000-01-01",
     "Write a day as date(\"2026-11-22\")"},
    {kForm, "age(subject.subject_birth, today()) >= 18",
     "age(subject.subject_gender, today()) >= 18", "age(subject.subject_gender",
     "must be a date and is a text"},
    {kForm, "age(subject.subject_birth, today()) >= 18", "age(subject.subject_birth) >= 18",
     "age(subject.subject_birth) >=", "does not take so many values"},
    {kForm, "age(subject.subject_birth, today()) >= 18", "periods.period_from <= today()",
     "periods.period_from <= today()", "write “in”"},
    {kForm, "age(subject.subject_birth, today()) >= 18", "every p in periods satisfies p.form = 1",
     "every p in periods", "There is no field “form”"},
    {kForm, "\"at\": \"subject.subject_birth\"", "\"at\": \"periods.period_from\"",
     "\"at\": \"periods.period_from\"", "cannot stand at the repeated section"},
    {kForm, "\"prefill\": \"person.birth\"", "\"prefill\": \"person.birthday\"", "person.birthday",
     "Write one of: person.name"},
    {kForm, "\"prefill\": \"person.birth\"", "\"prefill\": \"person.email\"",
     "\"prefill\": \"person.email\"", "does not fit a field of this type"},
    {kForm, "\"options\": \"gender\"", "\"options\": \"gendr\"", "\"gendr\"", "gendr"},
    {kForm, "\"type\": \"partial_date\"", "\"type\": \"partial_dat\"", "\"partial_dat\"",
     "Choose one of: text"},
    {kForm, "\"required\": true", "\"requierd\": true", "\"requierd\"",
     "Nothing is called “requierd”"},
    {kForm, "\"required\": true", "\"required\": \"yes\"", "\"required\": \"yes\"",
     "must be true or false"},
    {kForm, "\"min\": \"period_from\"", "\"min\": \"period_form\"", "period_form", "period_form"},
    {kForm, "\"min\": \"period_from\"", "\"min\": 3", "\"min\": 3", "The bound of a day"},
    {kForm, "\"same_as\": \"requester_name\"", "\"same_as\": \"requester_nam\"",
     "\"requester_nam\"", "requester_nam"},
    {kForm, "\"default\": \"ONLINE\"", "\"default\": \"trực tuyến\"", "\"default\": \"trực tuyến\"",
     "trực tuyến"},
    {"options/gender.json", "\"code\": \"male\"", "\"code\": \"nam\"", "\"options\": \"gender\"",
     "needs the code “male”", kForm},
    {"options/gender.json", "\"code\": \"male\"", "\"code\": \"female\"", "[",
     "has the code “female” twice"},
    // The procedure
    {kProcedure, "\"symbol\": \"UBND-XNTTHN\",", "", "\"result\"", "\"symbol\": \"UBND-XNTTHN\""},
    {kProcedure, "\"value\": 3,\n    \"unit\": \"working_day\"", "\"unit\": \"by_rule\"",
     "\"unit\": \"by_rule\"", "working_day, day or same_day"},
    {kProcedure, R"([\"DIVORCED\", \"WIDOWED\"])", R"([\"DIVORCED\", \"WIDOW\"])", "WIDOW\\\"",
     "Write one of:"},
    {kProcedure, R"(requester.relation != \"SELF\")", R"(requester.relatoin != \"SELF\")",
     "relatoin", "Write “requester.relation”"},
    {kProcedure, "\"replaced_by\": \"population\"", "\"replaced_by\": \"popluation\"", "popluation",
     "Add it there or correct the code"},
    {kProcedure, "\"code\": \"OLD_CERT\"", "\"code\": \"ID\"", "", "Rename it"},
    {kProcedure, "\"flow\": \"flows/commune-certificate.bpmn\"", "\"flow\": \"flows/comune.bpmn\"",
     "flows/comune.bpmn", "Add it or correct the path"},
    {kProcedure, "\"agency\"", "\"agecny\"", "\"agecny\"", "Nothing is called “agecny”"},
    {kProcedure, "\"level\": \"commune\",", "\"level\": \"commune\", \"level\": \"city\",",
     "\"level\": \"city\"", "Remove one of them"},
    {kProcedure, "\"amount\": 15000", "\"amount\": \"15000\"", "\"amount\": \"15000\"",
     "must be a whole number"},
    {kProcedure, "\"channels\": [\"counter\", \"online\", \"post\"]",
     "\"channels\": [\"counter\", \"onlin\"]", "\"onlin\"", "Choose from: counter, online, post"},
    {"procedures/1.004222/procedure.json", "\"channels\": [\"online\"]",
     "\"channels\": [\"counter\"]", "", "Tell them apart"},
    // The rest of the pack
    {"fields.json", "\"code\": \"HO_TICH\"", "\"code\": \"LIEN_THONG\"", "", "Rename or remove it"},
    {"roles.json", "\"code\": \"LEADER\"", "\"code\": \"Leader\"", "\"Leader\"",
     "such as \"SPECIALIST\""},
    {"units.csv", "31135,ward,Phường Ninh Kiều,", "31135,ward,,", "31135,ward,,", "are needed"},
    {"units-successions.csv", ",whole,", ",all,", ",all,", "write whole, part or rest"},
    {"calendar/holidays.csv", ",off,", ",of,", ",of,", "of"},
    {"calendar/hours.json", "\"to\": \"11:00\"", "\"to\": \"06:00\"", "",
     "The end must come after"},
    {"messages.json", "\"begin\": \"21:00\"", "\"begin\": \"21h\"", "21h", "such as \"21:00\""},
    {"personal-data.json", "\"reply_working_days\": 2", "\"reply_working_days\": 0",
     "\"reply_working_days\": 0", "from 1 to 1000"},
    {"incidents.json", "\"code\": \"notify_authority\"", "\"code\": \"notify_autority\"",
     "\"steps\"", "The step “notify_authority”"},
    {"pack.json", "\"hotline\": \"1022\"", "\"hotlin\": \"1022\"", "\"hotlin\"",
     "Nothing is called “hotlin”"},
    {"databases.json", "\"name\"", "\"nmae\"", "\"nmae\"", "Nothing is called “nmae”"},
    {"pack.json", "\"version\": \"2026.11\",", "\"version\": \"2026.11\"", "",
     "Look for a missing comma"},
};

bool blamed(const std::vector<catalogue::PackProblem>& problems, const std::string& file, int line,
            const std::string& says) {
  return std::ranges::any_of(problems, [&](const auto& one) {
    return one.file == file && (line == 0 || one.line == line) &&
           one.message.en.find(says) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("The city's own pack is without a flaw") {
  Clerk clerk;
  CHECK(told(clerk.examine()) == "");
}

TEST_CASE("Each of the mistakes people make is refused with file, line and what to write") {
  Clerk clerk;
  CHECK(mistakes.size() >= 60);
  for (const auto& mistake : mistakes) {
    clerk.afresh();
    clerk.change(mistake.file, mistake.from, mistake.to);
    const auto& file = mistake.blamed.empty() ? mistake.file : mistake.blamed;
    const int line = mistake.marker.empty() ? 0 : clerk.line(file, mistake.marker);
    const auto problems = clerk.examine();
    const auto all = mistake.to + " -> line " + std::to_string(line) + "\n" + told(problems);
    CAPTURE(all);
    CHECK(blamed(problems, file, line, mistake.says));
    for (const auto& one : problems) {
      CHECK(one.line > 0);
      CHECK_FALSE(one.message.vi.empty());
    }
  }
}

TEST_CASE("All that is wrong with a pack is told in one run, nothing behind the first") {
  Clerk clerk;
  clerk.change(kTemplate, "value subject_name ", "value sujbect_name ");
  clerk.change(kTemplate, "title Giấy", "titel Giấy");
  clerk.change(kForm, "\"prefill\": \"person.birth\"", "\"prefill\": \"person.birthday\"");
  clerk.change(kFlow, "one_stop.appraise", "one_stop.apraise");
  clerk.change(kFlow, "fee_due &gt; 0", "fee_du &gt; 0");
  clerk.change(kProcedure, "\"unit\": \"working_day\"", "\"unit\": \"wroking_day\"");
  clerk.change("roles.json", "\"code\": \"LEADER\"", "\"code\": \"Leader\"");
  clerk.change("units.csv", "31135,ward", "31135,");
  clerk.change("messages.json", "\"begin\": \"21:00\"", "\"begin\": \"21h\"");
  const auto problems = clerk.examine();
  const auto all = told(problems);
  CAPTURE(all);
  for (const auto* says : {"sujbect_name", "titel", "person.birthday", "one_stop.apraise", "fee_du",
                           "wroking_day", "SPECIALIST", "units.csv", "21:00"}) {
    CAPTURE(says);
    CHECK(all.find(says) != std::string::npos);
  }
}

TEST_CASE("A dry run where there is no city leaves nothing behind") {
  const support::Folder folder;
  const auto city = folder.path() + "/city";
  CHECK(app::import_pack(city, "", TAYDO_SOURCE_DIR "/packs/cantho", true, false) == 0);
  CHECK_FALSE(fs::exists(city));
  CHECK(app::import_pack(city, "", folder.path() + "/nowhere", true, false) == 1);
  CHECK_FALSE(fs::exists(city));
}
