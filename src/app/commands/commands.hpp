// The commands `taydo <noun> <verb>`; each answers the process's exit code.
#pragma once

#include <string>

#include "app/program.hpp"

namespace app {

// Makes the folder, publishes the city's pack, makes the first administrator (once) and prints the
// one-time password.
int init(const std::string& data, const std::string& database, const std::string& pack,
         const std::string& login);
// Shows what a pack would change and publishes it, all or nothing.
int import_pack(const std::string& data, const std::string& database, const std::string& folder,
                bool dry_run, bool overwrite);
// Makes the demonstration's invented people and prints who may sign in.
int demo_people(const std::string& data, const std::string& database, const std::string& folder);
// Reorganises units as a file says (src/engines/units/README.md), then moves on what stands at
// those that have ended. Repeated after an interruption it goes on where it stopped.
struct Reorganising {
  std::string file;  // empty: only move on
  std::string on;    // 2025-07-01
  bool dry_run = false;
  bool all = false;  // names everything under way, not only the first few of a kind
};
int reorganise_units(const std::string& data, const std::string& database,
                     const Reorganising& what);
// Keeps the outlines of a GeoJSON file; `property` names the code, `on` the day it is of ("":
// today).
int import_geometry(const std::string& data, const std::string& database, const std::string& file,
                    const std::string& property, const std::string& on);
int serve(const std::string& data, const std::string& database, const ServeOptions& options);
// Does jobs beside a `serve` or several, until it is stopped.
int work(const std::string& data, const std::string& database, const ServeOptions& options);

struct DueOptions {
  std::string data, database, pack;
  bool data_named = false;  // --data was given
};
// Answers rows "received_at,mode,amount" of standard input with one due time a line, by the
// calendar of an installation or of a pack. A wrong row is told on standard error with its line,
// answered with an empty line, and the rest goes on; the exit code is then 1.
int calendar_due(const DueOptions& options);

// A decision by which somebody may sign the papers of a unit (documents/authority.hpp). Days are
// written 2025-07-01. False: that decision was entered before. Throws what is wrong in words.
struct Granting {
  std::string login;
  std::string unit;                // code
  std::string field;               // of procedures; empty: all
  std::string basis = "ASSIGNED";  // or DELEGATED, BY_ORDER
  std::string decision, decided;
  std::string from, to;  // `to` may be empty where the law asks for no end
  std::string conditions;
};
bool grant_signing(Ground& ground, const Granting& granting);
int grant_signing(const std::string& data, const std::string& database, const Granting& granting);

// Unlocks an account, removes its second factor, ends its sessions, prints a one-time password.
int reset_account(const std::string& data, const std::string& database, const std::string& login);
// Ends the account of an administrator who is gone, so that those left are asked for no second.
int end_account(const std::string& data, const std::string& database, const std::string& login);
// Another administrator of the whole city, whose one-time password is printed.
int found_administrator(const std::string& data, const std::string& database,
                        const std::string& login, const std::string& name);

// Proves that nothing was altered, and names what was; `held` is the second holder's file, or "".
// The exit code is 1 when something was found.
int verify_journal(const std::string& data, const std::string& database, const std::string& held);
// Prints the seals above a number, one a line, for whoever keeps them elsewhere.
int export_seals(const std::string& data, const std::string& database, std::int64_t after);
// Makes a new key for sealing, brought in by a seal of the old one. Repeated after an interruption
// it goes on with the key made then.
int change_journal_key(const std::string& data, const std::string& database);
// Checks the proof of a dossier, without an installation; the file as it was downloaded, or its
// JSON alone.
int check_proof(const std::string& file);
// Makes a projection anew from the journal while acts go on.
int rebuild_projection(const std::string& data, const std::string& database,
                       const std::string& projection);
// A new key for values that stand sealed in the database, and all of them under it; beside a
// program that serves.
int rotate_keys(const std::string& data, const std::string& database);

// Runs the decisions of a DMN file: each line of standard input is a JSON object of input data, or
// names what to invoke ("@invoke"); one line of JSON each comes back. Flaws of the model and why a
// value is null are told on standard error.
int run_rules(const std::string& file);
// Carries the conditions of a pack's files over from the small language of before to FEEL, all or
// nothing, and says line by line what was changed; a dry run only says so.
int carry_rules(const std::string& folder, bool dry_run);
// Says what was carried over of what an installation had published before FEEL.
int tell_carried(const std::string& data, const std::string& database);
// What is wrong with the one table of a DMN file, a line each: flaws, gaps, overlaps, examples that
// do not hold. The exit code is 1 when something is.
int check_rules(const std::string& file);

}  // namespace app
