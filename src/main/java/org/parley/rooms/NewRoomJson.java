package org.parley.rooms;

/** A room to create. Topic and password are optional. */
record NewRoomJson(String name, String topic, String visibility, String password) {}
