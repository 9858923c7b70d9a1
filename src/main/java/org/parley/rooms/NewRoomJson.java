package org.parley.rooms;

/** A room to be made; topic and password may be left out. */
record NewRoomJson(String name, String topic, String visibility, String password) {}
