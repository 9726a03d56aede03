// A flow as it is examined when it is to be published, by the room whose actions it offers.
#pragma once

#include <stdexcept>

#include "engines/casework/casework.hpp"
#include "engines/rules/check/check.hpp"
#include "platform/reading/reading.hpp"

namespace casework {

// What a room lets flows offer: an action and the outcomes it may have.
struct Offer {
  std::string action;
  std::vector<std::string> outcomes;
};

struct Vocabulary {
  std::vector<Offer> offers;
  std::vector<std::string> roles;  // that may open tasks
  feel::Names names;               // what conditions may ask beside `outcome`
};

struct Examined {
  Flow flow;  // whole only without flaws
  reading::Flaws flaws;
  std::map<std::string, int> lines;  // of its nodes
};
// All that compile() refuses, all at once, and: unknown actions, roles and attributes, conditions
// of wrong types or over outcomes no step before has, ways that are never or not always open,
// gateways that go round without a step.
Examined examine(std::string_view bpmn, const Vocabulary& words);

// Thrown by `next`: a flow that was published unexamined does not say how to go on from `node`.
struct NoWay : std::runtime_error {
  explicit NoWay(const std::string& node) : runtime_error("no way leads on from " + node) {}
};

// As `next`; nothing where no way is open.
std::optional<std::string> way(const Flow& flow, const std::string& node, base::Date today,
                               const feel::Lookup& lookup);

// Office hours of the longest way from the start, each step counted once.
int longest_hours(const Flow& flow);

}  // namespace casework
