// What every request or every row pays, by itself: ninja -C build taydo_micro && build/taydo_micro
#include "bench/micro.hpp"

#include "engines/identity/route.hpp"

namespace {

// A city of departments and wards with desks below them: 103 wards, 20 departments, 8 desks each.
std::vector<units::Unit> a_city() {
  std::vector<units::Unit> all;
  const auto add = [&](std::int64_t id, std::int64_t parent) {
    units::Unit unit;
    unit.id = base::UnitId{id};
    unit.parent = base::UnitId{parent};
    unit.kind = "unit";
    unit.code = std::to_string(id);
    all.push_back(unit);
  };
  add(1, 0);
  for (std::int64_t i = 0; i < 123; ++i) {
    add(100 + i, 1);
    for (std::int64_t desk = 0; desk < 8; ++desk) add(1'000 + i * 8 + desk, 100 + i);
  }
  return all;
}

identity::Who an_officer() {
  identity::Who who{.officer = true};
  who.tree = std::make_shared<units::Tree>(a_city());
  for (const auto role : {"INTAKE_OFFICER", "CLERK", "SPECIALIST", "LEADER"}) {
    identity::Position position;
    position.role = role;
    position.unit = base::UnitId{150};
    who.positions.push_back(position);
  }
  return who;
}

}  // namespace

int main() {
  const auto who = an_officer();
  const auto permission =
      identity::officer({"DESK_HEAD", "LEADER"}).over([](db::Tx&, const identity::Visit&) {
        return std::optional<identity::Subject>();
      });
  std::int64_t at = 0;
  bench::measure("permission: role, unit subtree, 4 positions", 100'000, [&] {
    at = (at + 7) % 984;
    return permission.to_person(&who) &&
           permission.to_subject(who, {.unit = base::UnitId{1'000 + at}});
  });
}
