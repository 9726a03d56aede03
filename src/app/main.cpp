// taydo: the command line.
#include <CLI/CLI.hpp>

#include <cstdio>

#include "app/commands/commands.hpp"
#include "app/keys.hpp"
#include "app/rows.hpp"
#include "platform/parse/parse.hpp"

namespace {

struct Words {
  std::string data = "data";
  std::string database;
  std::string folder;
  std::string login = "quantri";
  app::ServeOptions serve;
  app::Reorganising units;
  std::string property = "code";
  std::string held, name;
  app::Granting granting;
  std::int64_t after = 0;
  bool dry_run = false;
  bool overwrite = false;
  bool batch = false;
  bool rows = false;
};

CLI::App* command(CLI::App* parent, const char* name, const char* help, Words& words) {
  auto* made = parent->add_subcommand(name, help);
  made->add_option("--data", words.data, "data folder")->capture_default_str();
  made->add_option("--database", words.database, "sqlite:FILE or postgres:CONNECTION");
  return made;
}

// taydo units ...
struct UnitCommands {
  UnitCommands(CLI::App& taydo, Words& words) {
    auto* noun = taydo.add_subcommand("units", "the city's units")->require_subcommand(1);
    reorganise = command(noun, "reorganise", "merge, split, rename as a file says", words);
    reorganise->add_option("FILE", words.units.file)->required();
    reorganise->add_option("--on", words.units.on, "first day of it, 2025-07-01")->required();
    reorganise->add_flag("--dry-run", words.units.dry_run,
                         "only show what is under way and what becomes of it");
    reorganise->add_flag("--all", words.units.all, "with --dry-run: name all of it");
    move = command(noun, "move", "move on what stands at units that have ended", words);
    geometry = command(noun, "import-geometry", "keep outlines from GeoJSON", words);
    geometry->add_option("FILE", words.units.file)->required();
    geometry->add_option("--property", words.property, "names the code")->capture_default_str();
    geometry->add_option("--on", words.units.on, "day the codes are of; today if left out");
  }
  bool parsed() const { return reorganise->parsed() || move->parsed() || geometry->parsed(); }
  int run(const Words& words) const {
    if (!geometry->parsed()) {
      return app::reorganise_units(words.data, words.database, words.units);
    }
    return app::import_geometry(words.data, words.database, words.units.file, words.property,
                                words.units.on);
  }

  CLI::App *reorganise, *move, *geometry;
};

// taydo signing ...
CLI::App* signing_command(CLI::App& taydo, Words& words) {
  auto* noun = taydo.add_subcommand("signing", "who may sign papers")->require_subcommand(1);
  auto* grant = command(noun, "grant", "enter a decision that assigns or delegates", words);
  auto& g = words.granting;
  grant->add_option("LOGIN", g.login, "the officer's account")->required();
  grant->add_option("--unit", g.unit, "code of the unit")->required();
  grant->add_option("--basis", g.basis, "ASSIGNED, DELEGATED, BY_ORDER")->capture_default_str();
  grant->add_option("--field", g.field, "of procedures, HO_TICH; all if left out");
  grant->add_option("--decision", g.decision, "its number and symbol")->required();
  grant->add_option("--decided", g.decided, "its day")->required();
  grant->add_option("--from", g.from, "first day")->required();
  grant->add_option("--to", g.to, "last day");
  grant->add_option("--conditions", g.conditions, "as the decision says them");
  return grant;
}

// The commands that stay until they are stopped.
struct Staying {
  Staying(CLI::App& taydo, Words& words)
      : serve(command(&taydo, "serve", "serve the city", words)),
        worker(command(&taydo, "worker", "do jobs beside the server", words)) {
    serve->add_option("--port", words.serve.port, "on 127.0.0.1 and ::1")->capture_default_str();
    serve->add_flag("--talkative", words.serve.talkative, "a line in the log for each request");
    serve->add_flag("--demo", words.serve.demo, "invented people, a simulated identity provider");
    for (auto* one : {serve, worker}) {
      one->add_option("--workers", words.serve.workers, "threads that do jobs; 0: none")
          ->capture_default_str()
          ->check(CLI::Range(0, 64));
    }
  }
  bool parsed() const { return serve->parsed() || worker->parsed(); }
  int run(const Words& words) const {
    const auto command = serve->parsed() ? app::serve : app::work;
    return command(words.data, words.database, words.serve);
  }

  CLI::App *serve, *worker;
};

// taydo journal ...
struct JournalCommands {
  JournalCommands(CLI::App& taydo, Words& words) {
    auto* noun = taydo.add_subcommand("journal", "the journal")->require_subcommand(1);
    verify = command(noun, "verify", "prove that nothing was altered", words);
    verify->add_option("--seals", words.held, "the second holder's file, to compare with");
    verify->add_flag("--rows", words.rows, "compare the rooms' rows with their entries too");
    seals = command(noun, "export-seals", "print the seals, for a second holder", words);
    seals->add_option("--after", words.after, "only those above this number");
    change = command(noun, "change-key", "seal with a new key from now on", words);
    rebuild = command(noun, "rebuild", "make a projection anew from the journal", words);
    rebuild->add_option("NAME", words.name)->required();
    proof = noun->add_subcommand("check-proof", "check the proof of a dossier, anywhere");
    proof->add_option("FILE", words.name)->required();
  }
  bool parsed() const {
    return verify->parsed() || seals->parsed() || change->parsed() || rebuild->parsed() ||
           proof->parsed();
  }
  int run(const Words& words) const {
    if (seals->parsed()) return app::export_seals(words.data, words.database, words.after);
    if (change->parsed()) return app::change_journal_key(words.data, words.database);
    if (rebuild->parsed()) return app::rebuild_projection(words.data, words.database, words.name);
    if (proof->parsed()) return app::check_proof(words.name);
    if (const int code = app::verify_journal(words.data, words.database, words.held)) return code;
    return words.rows ? app::verify_rows(words.data, words.database) : 0;
  }

  CLI::App *verify, *seals, *change, *rebuild, *proof;
};

// taydo keys ...
struct KeyCommands {
  KeyCommands(CLI::App& taydo, Words& words) {
    auto* noun = taydo.add_subcommand("keys", "keys of sealed values")->require_subcommand(1);
    rotate = command(noun, "rotate", "make a new key and seal everything with it", words);
    renew = command(noun, "renew", "a key in place of one that is lost for good", words);
    renew->add_option("NAME", words.name, "server.key")->required();
  }
  bool parsed() const { return rotate->parsed() || renew->parsed(); }
  int run(const Words& words) const {
    if (rotate->parsed()) return app::rotate_keys(words.data, words.database);
    return app::renew_lost_key(words.data, words.database, words.name);
  }

  CLI::App *rotate, *renew;
};

// taydo rules ...
struct RuleCommands {
  RuleCommands(CLI::App& taydo, Words& words) {
    auto* noun = taydo.add_subcommand("rules", "rules as data")->require_subcommand(1);
    run = noun->add_subcommand("run", "decide for each JSON object of standard input");
    run->add_option("FILE", words.name, "a DMN model")->required();
    check = noun->add_subcommand("check", "name gaps, overlaps and failing examples of a table");
    check->add_option("FILE", words.name, "a DMN file with one table")->required();
    carry = command(noun, "carry", "carry conditions over from the language before FEEL", words);
    carry->add_option("FOLDER", words.folder, "a pack; without it: what --data has published");
    carry->add_flag("--dry-run", words.dry_run, "only say what would change in the folder");
  }
  bool parsed() const { return run->parsed() || check->parsed() || carry->parsed(); }
  int done(const Words& words) const {
    if (run->parsed()) return app::run_rules(words.name);
    if (check->parsed()) return app::check_rules(words.name);
    if (words.folder.empty()) return app::tell_carried(words.data, words.database);
    return app::carry_rules(words.folder, words.dry_run);
  }

  CLI::App *run, *check, *carry;
};

// taydo accounts ...
struct AccountCommands {
  AccountCommands(CLI::App& taydo, Words& words) {
    auto* noun = taydo.add_subcommand("accounts", "officers' accounts")->require_subcommand(1);
    reset = command(noun, "reset", "let a locked-out administrator in again", words);
    end = command(noun, "end", "end the account of an administrator who is gone", words);
    found = command(noun, "administrator", "make another administrator of the city", words);
    for (auto* one : {reset, end, found}) one->add_option("LOGIN", words.login)->required();
    found->add_option("--name", words.name, "of the person")->required();
  }
  bool parsed() const { return reset->parsed() || end->parsed() || found->parsed(); }
  int run(const Words& words) const {
    if (end->parsed()) return app::end_account(words.data, words.database, words.login);
    if (reset->parsed()) return app::reset_account(words.data, words.database, words.login);
    return app::found_administrator(words.data, words.database, words.login, words.name);
  }

  CLI::App *reset, *end, *found;
};

int run(int argc, char** argv) {
  Words words;
  CLI::App taydo("Tây Đô: a city's digital government in one program");
  taydo.require_subcommand(1);
  auto* init = command(&taydo, "init", "make an installation and its first administrator", words);
  init->add_option("--pack", words.folder, "the city's data")->required();
  init->add_option("--login", words.login, "of the first administrator")->capture_default_str();

  auto* pack =
      taydo.add_subcommand("pack", "a city's data as readable files")->require_subcommand(1);
  auto* import = command(pack, "import", "publish a pack", words);
  import->add_option("FOLDER", words.folder)->required();
  import->add_flag("--dry-run", words.dry_run, "only show what would change");
  import->add_flag("--overwrite", words.overwrite, "take the pack's side of conflicts");

  auto* demo = taydo.add_subcommand("demo", "demonstrations")->require_subcommand(1);
  auto* people = command(demo, "people", "make the invented people", words);
  people->add_option("--pack", words.folder, "whose people")->required();

  const Staying staying(taydo, words);

  auto* calendar = taydo.add_subcommand("calendar", "working time")->require_subcommand(1);
  auto* due = command(calendar, "due", "when rows of standard input are due", words);
  due->add_flag("--batch", words.batch, "rows received_at,mode,amount; one due time a line")
      ->required();
  due->add_option("--pack", words.folder, "by the calendar of a pack, without an installation");
  const UnitCommands units(taydo, words);

  const AccountCommands accounts(taydo, words);

  const KeyCommands keys(taydo, words);
  const RuleCommands rules(taydo, words);
  const JournalCommands journal(taydo, words);
  const auto* signing = signing_command(taydo, words);

  try {
    taydo.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    return taydo.exit(wrong);
  }
  if (init->parsed()) return app::init(words.data, words.database, words.folder, words.login);
  if (import->parsed()) {
    return app::import_pack(words.data, words.database, words.folder, words.dry_run,
                            words.overwrite);
  }
  if (people->parsed()) return app::demo_people(words.data, words.database, words.folder);
  if (units.parsed()) return units.run(words);
  if (accounts.parsed()) return accounts.run(words);
  if (staying.parsed()) return staying.run(words);
  if (due->parsed()) {
    return app::calendar_due({words.data, words.database, words.folder, due->count("--data") > 0});
  }
  if (rules.parsed()) return rules.done(words);
  if (keys.parsed()) return keys.run(words);
  if (signing->parsed()) return app::grant_signing(words.data, words.database, words.granting);
  return journal.parsed() ? journal.run(words) : 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (parse::is_role(argc, argv)) return parse::role(argc, argv);
  try {
    return run(argc, argv);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "taydo: %s\n", problem.what());
    return 1;
  }
}
